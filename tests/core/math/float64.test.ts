import { describe, expect, it } from 'vitest'
import { lastExponent, powerOfTwo, splitMantissa } from '../../../src/core/math/float64'

describe('powerOfTwo', () => {
  it('is exact from the smallest subnormal to the largest power', () => {
    expect(powerOfTwo(-1074)).toBe(Number.MIN_VALUE)
    expect(powerOfTwo(-1022)).toBe(2.2250738585072014e-308)
    expect([-3, 0, 1, 10].map(powerOfTwo)).toEqual([0.125, 1, 2, 1024])
    expect(powerOfTwo(1023) * 2 - 1).toBe(Infinity)
    expect(powerOfTwo(1023)).toBe(8.98846567431158e307)
  })
})

describe('splitMantissa', () => {
  it.each([1, 1.5, 0.1, 3, Math.SQRT2, Math.PI, 1e-300, 1e300, Number.MAX_VALUE, 2.2250738585072014e-308, 5e-324, 1e-310])(
    'splits %d into a mantissa in [√½, √2) and a power of two',
    (x) => {
      const mantissa = splitMantissa(x)
      const exponent = lastExponent()
      expect(mantissa).toBeGreaterThanOrEqual(Math.SQRT1_2)
      expect(mantissa).toBeLessThan(Math.SQRT2)
      // In two steps, since 2^1024 and 2^−1075 are no doubles.
      const half = Math.trunc(exponent / 2)
      expect(mantissa * powerOfTwo(half) * powerOfTwo(exponent - half)).toBe(x)
    }
  )
})
