import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { histogramOf, spreadOf } from '#core'

const finite = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), { minLength: 1 })

describe('a histogram', () => {
  it('counts every finite number once, whatever else is among them', () => {
    fc.assert(
      fc.property(finite, fc.integer({ min: 1, max: 40 }), (values, bins) => {
        const { counts, from, to } = histogramOf([...values, NaN, Infinity, -Infinity], bins)
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length)
        expect([from, to]).toEqual([Math.min(...values) + 0, Math.max(...values) + 0])
      })
    )
  })

  it('has bins of equal width, the upper end in the last one', () => {
    expect(histogramOf([0, 1, 2, 3, 4], 4).counts).toEqual([1, 1, 1, 2])
    expect(histogramOf([-1.7e308, 1.7e308], 2).counts).toEqual([1, 1])
    expect(histogramOf([0, Number.MIN_VALUE], 2).counts).toEqual([1, 1])
  })

  it('has one bin for one value and none for nothing', () => {
    expect(histogramOf([2, 2, 2])).toEqual({ from: 2, to: 2, counts: [3] })
    expect(histogramOf([NaN])).toEqual({ from: 0, to: 0, counts: [] })
  })
})

describe('a spread', () => {
  it('tells mean, deviation and norm of the finite numbers, and how many are not', () => {
    const spread = spreadOf([3, -1, 3, -1, NaN])
    expect(spread).toMatchObject({ count: 5, notFinite: 1, mean: 1, deviation: 2, minimum: -1, maximum: 3 })
    expect(spread.norm).toBeCloseTo(Math.sqrt(20), 12)
  })

  it('has no mean without a number', () => {
    expect(spreadOf([])).toMatchObject({ count: 0, notFinite: 0, mean: NaN, deviation: NaN, norm: 0 })
  })
})
