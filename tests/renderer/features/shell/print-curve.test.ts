import { describe, expect, it } from 'vitest'
import { curvePath, rangeOf } from '../../../../src/renderer/features/shell/print-curve'

const size = { width: 100, height: 50 }

describe('a curve on paper', () => {
  it('goes from the first epoch to the last, low numbers at the bottom', () => {
    expect(curvePath(Float64Array.of(2, 1, 0), { low: 0, high: 2 }, size)).toBe('M0.0 0.0L50.0 25.0L100.0 50.0')
  })

  it('passes over epochs without a number', () => {
    expect(curvePath(Float64Array.of(NaN, 1, NaN, 0), { low: 0, high: 1 }, { width: 90, height: 10 })).toBe('M30.0 0.0L90.0 10.0')
    expect(curvePath(Float64Array.of(NaN), { low: 0, high: 1 }, size)).toBe('')
  })

  it('of a level line stays on the paper', () => {
    expect(curvePath(Float64Array.of(3, 3), { low: 3, high: 3 }, size)).toBe('M0.0 50.0L100.0 50.0')
  })

  it('of very many epochs has at most some hundred points, the last one among them', () => {
    const points = curvePath(new Float64Array(1_000_000).fill(1), { low: 0, high: 1 }, size).split('L')
    expect(points.length).toBeLessThan(610)
    expect(points.at(-1)).toBe('100.0 0.0')
  })
})

it('the range is that of all curves, and none where there is no number', () => {
  expect(rangeOf([Float64Array.of(1, NaN), Float64Array.of(-2, Infinity)])).toEqual({ low: -2, high: 1 })
  expect(rangeOf([Float64Array.of(NaN), new Float64Array(0)])).toBeNull()
})
