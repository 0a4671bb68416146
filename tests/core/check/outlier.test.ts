import { describe, expect, it } from 'vitest'
import { compareExact, findOutlier, type ThreeDerivatives } from '#core'

const usual = { error: 1e-10, rounding: 1e-13, numericCounts: true }
const of = (reverse: number, forward: number, numeric: number): ThreeDerivatives => ({ reverse, forward, numeric })

describe('of three derivatives', () => {
  it('none is outlier when all agree, each to its precision', () => {
    expect(findOutlier(of(0.5, 0.5, 0.5 + 1e-9), usual)).toBe('none')
  })

  it.each([
    ['reverse', of(0.6, 0.5, 0.5)],
    ['forward', of(0.5, 0.6, 0.5)],
    ['numeric', of(0.5, 0.5, 0.6)]
  ] as const)('the %s one is outlier when it disagrees with the two others', (outlier, derivatives) => {
    expect(findOutlier(derivatives, usual)).toBe(outlier)
  })

  it('it is unclear which is outlier when all differ, or one lies between two', () => {
    expect(findOutlier(of(0.4, 0.5, 0.6), usual)).toBe('unclear')
    expect(findOutlier(of(0.5 - 7e-7, 0.5 + 7e-7, 0.5), usual)).toBe('unclear')
  })

  it('the numeric one is not heard when a kink lies in its way', () => {
    expect(findOutlier(of(0.5, 0.5, 0.7), { ...usual, numericCounts: false })).toBe('none')
    expect(findOutlier(of(0.5, 0.7, 0.7), { ...usual, numericCounts: false })).toBe('unclear')
  })

  it('the numeric one is compared as closely as its error allows', () => {
    const derivatives = of(0.5, 0.5, 0.5 + 5e-6)
    expect(findOutlier(derivatives, usual)).toBe('numeric')
    expect(findOutlier(derivatives, { ...usual, error: 1e-6 })).toBe('none')
  })

  it('the two exact ones may differ by the last digits of the largest gradient', () => {
    expect(compareExact(1e-15, 2e-15, 1e-13)).toBe('rounding')
    expect(compareExact(1e-15, 2e-15, 1e-16)).toBe('different')
    expect(compareExact(0.1, 0.1 + 1e-12, 1e-13)).toBe('equal')
  })
})
