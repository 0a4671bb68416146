import { lastExponent, splitMantissa } from './float64'
import { LN2_HIGH, LN2_LOW } from './ln-two'

/** 2 atanh(s) − 2s for |s| ≤ 3 − 2√2 ≈ 0.1716: 2 (s³/3 + s⁵/5 + … + s²³/23); the next term is below 2^−63 of 2s. */
function atanhTail(s: number): number {
  const q = s * s
  let sum = 2 / 23
  sum = sum * q + 2 / 21
  sum = sum * q + 2 / 19
  sum = sum * q + 2 / 17
  sum = sum * q + 2 / 15
  sum = sum * q + 2 / 13
  sum = sum * q + 2 / 11
  sum = sum * q + 2 / 9
  sum = sum * q + 2 / 7
  sum = sum * q + 2 / 5
  sum = sum * q + 2 / 3
  return s * q * sum
}

/**
 * The natural logarithm from additions, multiplications and divisions alone, hence the same bits on every machine.
 *
 * x = 2^k m, m in [√½, √2); ln x = k ln 2 + 2 atanh((m − 1) / (m + 1)). Error below 1 unit in the last place.
 * Range: −Infinity at 0, NaN below 0, Infinity at Infinity.
 */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return Infinity
  const m = splitMantissa(x)
  const k = lastExponent()
  const f = m - 1
  const s = f / (m + 1)
  // 2s = f − s·f: exact in its leading part, so the only rounding left is in small terms.
  const tail = atanhTail(s) - s * f
  return k === 0 ? f + tail : k * LN2_HIGH + (f + (tail + k * LN2_LOW))
}

/**
 * ln(1 + x) without the loss of x's low digits near 0.
 * Source: W. Kahan's correction, in N. Higham, "Accuracy and Stability of Numerical Algorithms", 2002, problem 1.5.
 */
export function log1p(x: number): number {
  const u = 1 + x
  if (u === 1) return x
  if (u === Infinity || u === 0) return ln(u)
  return ln(u) - (u - 1 - x) / u
}
