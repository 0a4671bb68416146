import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { niceTicks } from '../../../src/renderer/charts/ticks'

describe('the numbers on an axis', () => {
  it('are round', () => {
    expect(niceTicks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(niceTicks(4.3, 7.9, 5)).toEqual([5, 6, 7])
    expect(niceTicks(-3, 3, 6)).toEqual([-3, -2, -1, 0, 1, 2, 3])
  })

  it('lie within the axis, neither too few nor too many', () => {
    const ends = fc.double({ min: -1e9, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(ends, ends, fc.integer({ min: 2, max: 10 }), (a, b, count) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        fc.pre(high - low > 1e-6 * Math.max(1, Math.abs(low), Math.abs(high)))
        const ticks = niceTicks(low, high, count)
        const slack = 1e-6 * (high - low)
        expect(ticks.length).toBeGreaterThan(0)
        expect(ticks.length).toBeLessThanOrEqual(count + 1)
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(low - slack)
          expect(tick).toBeLessThanOrEqual(high + slack)
        }
      })
    )
  })

  it('are one where all values are equal', () => {
    expect(niceTicks(7, 7, 5)).toEqual([7])
  })
})
