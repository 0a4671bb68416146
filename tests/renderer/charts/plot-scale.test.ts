import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linearScale, logScale } from '../../../src/renderer/charts/plot-scale'

describe('a straight axis', () => {
  it('stands between its ends', () => {
    const { low, high, ticks } = linearScale(0, 1, 4)
    expect([low, high]).toEqual([0, 1])
    expect([ticks[0], ticks.at(-1)]).toEqual([0, 1])
  })
})

describe('an axis of powers of ten', () => {
  it('holds every positive number between two powers of ten, with few ticks that are powers of ten', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1e-15, max: 1e15, noNaN: true }), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        (values, count) => {
          const { low, high, ticks } = logScale([...values, 0, NaN], count)
          expect(high).toBeGreaterThan(low)
          for (const value of values) {
            expect(value).toBeGreaterThan(low * (1 - 1e-8))
            expect(value).toBeLessThan(high * (1 + 1e-8))
          }
          expect(ticks.length).toBeLessThanOrEqual(count + 1)
          for (const tick of ticks) expect(tick.toExponential()).toMatch(/^1e[+-]\d+$/)
        }
      )
    )
  })

  it('has ends where there is nothing to show', () => {
    expect(logScale([0, NaN], 2)).toMatchObject({ low: 0.1, high: 10 })
  })
})
