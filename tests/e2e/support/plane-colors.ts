import type { Locator } from 'playwright-core'

/** Which of a few colours the regions of a picture have where, read from its pixels. */
export interface PlaneColors {
  /** Of all coloured pixels, the part of each colour. */
  readonly shares: readonly number[]
  /** The part of one colour in the column of pixels at a part of the width of what is coloured. */
  readonly share: (color: number, at: number) => number
}

/** Pixels nearer to grey than this are text, axes, rims of points, or the seam between two regions. */
const LEAST_COLOUR = 24

/** Reads the canvas within an element; `tokens` name the colours in the style sheet. */
export async function planeColorsOf(element: Locator, tokens: readonly string[]): Promise<PlaneColors> {
  const columns = await element.evaluate(
    (box, { names, least }) => {
      const canvas = box.querySelector('canvas')
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
      if (!canvas || !pixels) throw new Error('There is no picture.')
      const probe = document.createElement('canvas').getContext('2d')
      const channels = (color: string) => {
        if (!probe) throw new Error('No canvas to read colours with.')
        probe.fillStyle = color
        probe.fillRect(0, 0, 1, 1)
        return Array.from(probe.getImageData(0, 0, 1, 1).data.slice(0, 3))
      }
      // Of a colour only what is not grey: a region is a pale shade of it.
      const hue = (rgb: readonly number[]) => {
        const grey = rgb.reduce((sum, one) => sum + one, 0) / 3
        return rgb.map((one) => one - grey)
      }
      const wanted = names.map((name) => hue(channels(getComputedStyle(box).getPropertyValue(name))))
      return Array.from({ length: canvas.width }, (_, x) => {
        const counts = names.map(() => 0)
        for (let y = 0; y < canvas.height; y++) {
          const own = hue(Array.from(pixels.data.slice(4 * (y * canvas.width + x), 4 * (y * canvas.width + x) + 3)))
          if (Math.max(...own) - Math.min(...own) < least) continue
          const closeness = wanted.map((one) => one.reduce((sum, part, i) => sum + part * own[i], 0) / Math.hypot(...one))
          counts[closeness.indexOf(Math.max(...closeness))]++
        }
        return counts
      })
    },
    { names: tokens, least: LEAST_COLOUR }
  )
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  const coloured = columns.filter((counts) => sum(counts) > 0)
  const totals = tokens.map((_, color) => sum(coloured.map((counts) => counts[color])))
  return {
    shares: totals.map((total) => total / sum(totals)),
    share(color, at) {
      const counts = coloured[Math.floor(at * coloured.length)]
      return counts[color] / sum(counts)
    }
  }
}
