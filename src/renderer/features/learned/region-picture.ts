import type { RowPredictions } from '#core'

type Rgb = readonly [number, number, number]

/** Colours of an image of predictions. */
export interface RegionColors {
  /** One a class; of more classes the colours come again. */
  readonly classes: readonly Rgb[]
  readonly surface: Rgb
  /** The ends of the scale of numbers. */
  readonly low: Rgb
  readonly high: Rgb
}

/** Opacity of a class colour at the lowest and the highest probability. */
const FAINTEST = 0.1
const STRONGEST = 0.5

/**
 * Answers over a grid as the bytes of a picture, red, green, blue, opacity for each cell. A class is the stronger in colour the more
 * probable it is; numbers go from one colour at `range[0]` to another at `range[1]`.
 */
export function regionPicture(
  answers: RowPredictions,
  colors: RegionColors,
  classes: number,
  range: readonly [number, number]
): Uint8ClampedArray<ArrayBuffer> {
  const count = answers.kind === 'classes' ? answers.chosen.length : answers.values.length
  const bytes = new Uint8ClampedArray(4 * count)
  const even = 1 / Math.max(2, classes)
  const shadeOf = (i: number): readonly [Rgb, Rgb, number] => {
    if (answers.kind === 'values')
      return [colors.low, colors.high, range[1] > range[0] ? within((answers.values[i] - range[0]) / (range[1] - range[0])) : 0.5]
    const certain = within((answers.share[i] - even) / (1 - even))
    return [colors.surface, colors.classes[answers.chosen[i] % colors.classes.length], FAINTEST + (STRONGEST - FAINTEST) * certain]
  }
  for (let i = 0; i < count; i++) {
    const [from, to, part] = shadeOf(i)
    for (let channel = 0; channel < 3; channel++) {
      // A part that is no number leaves the surface.
      bytes[4 * i + channel] = Number.isNaN(part) ? colors.surface[channel] : from[channel] + part * (to[channel] - from[channel])
    }
    bytes[4 * i + 3] = 255
  }
  return bytes
}

function within(part: number): number {
  return Math.min(1, Math.max(0, part))
}

/** A class's part of a grid of answers. */
export interface Region {
  readonly class: number
  /** From 0 to 1. */
  readonly share: number
  /** Where its name may stand, in parts of the width and the height from the upper left: inside it. */
  readonly x: number
  readonly y: number
}

/** The regions of a grid, the largest first. The name of each stands at its middle, or where that is not its own, at its nearest cell. */
export function regionsOf(chosen: Uint16Array, columns: number): Region[] {
  const rows = chosen.length / columns
  const sums = new Map<number, { x: number; y: number; count: number }>()
  chosen.forEach((one, i) => {
    const sum = sums.get(one) ?? { x: 0, y: 0, count: 0 }
    sum.x += i % columns
    sum.y += Math.floor(i / columns)
    sum.count++
    sums.set(one, sum)
  })
  return Array.from(sums, ([one, { x, y, count }]) => {
    const cell = nearestCell(chosen, columns, one, x / count, y / count)
    return { class: one, share: count / chosen.length, x: ((cell % columns) + 0.5) / columns, y: (Math.floor(cell / columns) + 0.5) / rows }
  }).sort((a, b) => b.share - a.share)
}

function nearestCell(chosen: Uint16Array, columns: number, one: number, x: number, y: number): number {
  let nearest = 0
  let least = Infinity
  chosen.forEach((other, i) => {
    if (other !== one) return
    const [dx, dy] = [(i % columns) - x, Math.floor(i / columns) - y]
    if (dx * dx + dy * dy >= least) return
    least = dx * dx + dy * dy
    nearest = i
  })
  return nearest
}
