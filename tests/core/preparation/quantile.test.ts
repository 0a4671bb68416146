import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantilesTask } from '../../../src/core/preparation/quantile'
import { runToEnd } from '../../../src/core/tasks/task'

const quantile = (values: readonly number[], p: number) => runToEnd(quantilesTask(Float64Array.from(values), [p]))[0]

const numbers = fc.array(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((x) => x + 0),
  { minLength: 1, maxLength: 40 }
)

describe('a quantile', () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4], 0.75, 3.25],
    [[7], 0.25, 7],
    // Their difference is no number, and yet there is a middle.
    [[-1.7e308, 1.7e308], 0.5, 0]
  ])('of %j at %f is %f, by definition 7 of Hyndman and Fan', (values, p, expected) => {
    expect(quantile(values, p)).toBe(expected)
  })

  it('lies within the values, goes up with p, and begins and ends with the smallest and the largest', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (values, p, q) => {
        const sorted = values.toSorted((a, b) => a - b)
        const [low, high] = runToEnd(quantilesTask(Float64Array.from(values), [Math.min(p, q), Math.max(p, q)]))
        expect(low).toBeLessThanOrEqual(high + 1e-9)
        expect([quantile(values, 0), quantile(values, 1)]).toEqual([sorted[0], sorted[sorted.length - 1]])
        expect(low).toBeGreaterThanOrEqual(sorted[0])
        expect(high).toBeLessThanOrEqual(sorted[sorted.length - 1])
      })
    )
  })

  it('leaves the numbers it is taken of in their order', () => {
    const values = Float64Array.of(3, 1, 2)
    expect([runToEnd(quantilesTask(values, [0.5])), values]).toEqual([[2], Float64Array.of(3, 1, 2)])
  })
})
