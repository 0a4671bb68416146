import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { momentsOf } from '../../../src/core/data/statistics'

/** Mean and population variance of whole numbers in exact arithmetic, each rounded once at the end. */
function exactMoments(values: readonly bigint[]): { mean: number; variance: number } {
  const n = BigInt(values.length)
  const sum = values.reduce((total, x) => total + x, 0n)
  const squares = values.reduce((total, x) => total + x * x, 0n)
  return { mean: quotient(sum, n), variance: quotient(n * squares - sum * sum, n * n) }
}

/** a / b with some 60 binary places more than a double holds of the result's whole part. */
function quotient(a: bigint, b: bigint): number {
  return Number((a << 60n) / b) / 2 ** 60
}

const relative = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected)

describe('momentsOf', () => {
  it('gives what exact arithmetic gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 2, maxLength: 60 }),
        (values) => {
          const { mean, deviation, minimum, maximum } = momentsOf(Float64Array.from(values))
          const exact = exactMoments(values.map(BigInt))
          expect(minimum).toBe(Math.min(...values))
          expect(maximum).toBe(Math.max(...values))
          expect(Math.abs(mean - exact.mean)).toBeLessThan(1e-9)
          expect(Math.abs(deviation ** 2 - exact.variance)).toBeLessThanOrEqual(1e-13 * exact.variance)
        }
      )
    )
  })

  it('keeps the digits of small noise on a huge offset', () => {
    // 1e9 + k / 1024 is exact in a double, so the deviation is that of k, over 1024.
    const noise = Array.from({ length: 1000 }, (_, i) => (i * 7919) % 1024)
    const { mean, deviation } = momentsOf(Float64Array.from(noise, (k) => 1e9 + k / 1024))
    const exact = exactMoments(noise.map(BigInt))
    expect(relative(deviation, Math.sqrt(exact.variance) / 1024)).toBeLessThan(1e-12)
    expect(Math.abs(mean - (1e9 + exact.mean / 1024))).toBeLessThanOrEqual(2 ** -23)
  })

  it('gives equal numbers a deviation of 0 exactly, whatever their bits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 1, max: 50 }), (x, count) => {
        expect(momentsOf(new Float64Array(count).fill(x))).toEqual({ minimum: x, maximum: x, mean: x, deviation: 0 })
      })
    )
  })

  it('neither overflows nor vanishes at the ends of the range', () => {
    expect(relative(momentsOf(Float64Array.of(-8e307, 8e307)).deviation, 8e307)).toBeLessThan(1e-15)
    expect(relative(momentsOf(Float64Array.of(1e308, 1.6e308)).mean, 1.3e308)).toBeLessThan(1e-15)
    expect(relative(momentsOf(Float64Array.of(1e-300, 3e-300)).deviation, 1e-300)).toBeLessThan(1e-15)
  })
})
