import fc from 'fast-check'
import { expect, it } from 'vitest'
import { regionPicture, regionsOf, type RegionColors } from '../../../../src/renderer/features/learned/region-picture'

const colors: RegionColors = {
  classes: [
    [255, 0, 0],
    [0, 0, 255]
  ],
  surface: [255, 255, 255],
  low: [0, 0, 0],
  high: [200, 100, 50]
}
const pixel = (bytes: Uint8ClampedArray, i: number) => Array.from(bytes.subarray(4 * i, 4 * i + 4))

it('a class is the stronger in colour the more probable it is', () => {
  const answers = { kind: 'classes', chosen: Uint16Array.of(0, 0, 1), share: Float32Array.of(0.5, 1, 1) } as const
  const bytes = regionPicture(answers, colors, 2, [0, 0])
  const [faint, strong, other] = [0, 1, 2].map((i) => pixel(bytes, i))
  expect(faint[1]).toBeGreaterThan(strong[1])
  expect(strong[0]).toBe(255)
  expect(other).toEqual([128, 128, 255, 255])
})

it('numbers go from one end of the scale to the other, and what is none stays empty', () => {
  const values = Float32Array.of(-5, 0, 5, 10, 99, Number.NaN)
  const bytes = regionPicture({ kind: 'values', values }, colors, 0, [0, 10])
  expect([0, 1, 2, 3, 4, 5].map((i) => pixel(bytes, i).slice(0, 3))).toEqual([
    [0, 0, 0],
    [0, 0, 0],
    [100, 50, 25],
    [200, 100, 50],
    [200, 100, 50],
    [255, 255, 255]
  ])
})

it('every region has its share, and a place for its name inside it', () => {
  const grid = fc.integer({ min: 1, max: 12 }).chain((columns) =>
    fc.array(fc.integer({ min: 0, max: 4 }), { minLength: columns, maxLength: 20 * columns }).map((cells) => ({
      columns,
      chosen: Uint16Array.from(cells.slice(0, cells.length - (cells.length % columns)))
    }))
  )
  fc.assert(
    fc.property(grid, ({ columns, chosen }) => {
      const regions = regionsOf(chosen, columns)
      expect(regions.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
      for (const { class: one, x, y } of regions) {
        expect(chosen[Math.floor(y * (chosen.length / columns)) * columns + Math.floor(x * columns)]).toBe(one)
      }
    })
  )
})
