import { powerOfTwo } from './float64'
import { LN2_HIGH, LN2_LOW } from './ln-two'

const LOG2_E = 1.4426950408889634

/** e^r − 1 for |r| ≤ ½ ln 2, the Taylor series to r¹⁴ (the next term is below 2^−60 of the first), summed from the smallest. */
function expm1Reduced(r: number): number {
  let sum = 1 / 87178291200
  sum = sum * r + 1 / 6227020800
  sum = sum * r + 1 / 479001600
  sum = sum * r + 1 / 39916800
  sum = sum * r + 1 / 3628800
  sum = sum * r + 1 / 362880
  sum = sum * r + 1 / 40320
  sum = sum * r + 1 / 5040
  sum = sum * r + 1 / 720
  sum = sum * r + 1 / 120
  sum = sum * r + 1 / 24
  sum = sum * r + 1 / 6
  return r + r * r * (0.5 + r * sum)
}

/**
 * e^x from additions and multiplications alone, hence the same bits on every machine (the host's Math.exp is free to differ).
 *
 * x = k ln 2 + r, |r| ≤ ½ ln 2; e^x = 2^k (1 + (e^r − 1)). Error below 1 unit in the last place.
 * Range: 0 below −745.14, Infinity above 709.79; NaN stays NaN.
 * Source: W. J. Cody, W. Waite, "Software Manual for the Elementary Functions", 1980, chapter 6 (the reduction).
 */
export function exp(x: number): number {
  if (x !== x) return x
  if (x > 709.782712893384) return Infinity
  if (x < -745.1332191019412) return 0
  // Not Math.round, which differs just below one half and which SIMD units lack.
  const k = Math.floor(x * LOG2_E + 0.5)
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  // What the rounding of r lost is added back: e^(r+d) ≈ e^r (1 + d).
  const lost = high - r - low
  const value = 1 + (expm1Reduced(r) + lost)
  // Two factors, since 2^1024 and 2^−1075 are no doubles of their own while the product is.
  if (k > 1023) return value * 2 * powerOfTwo(k - 1)
  if (k < -1022) return value * powerOfTwo(k + 64) * powerOfTwo(-64)
  return value * powerOfTwo(k)
}

/**
 * e^x − 1 without the cancellation near 0. Range: −1 … Infinity; NaN stays NaN; keeps the sign of zero.
 */
export function expm1(x: number): number {
  if (Math.abs(x) <= 0.34) return x === 0 ? x : expm1Reduced(x)
  return exp(x) - 1
}
