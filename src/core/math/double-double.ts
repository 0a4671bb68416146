/**
 * A number in double-double precision: the unevaluated sum high + low of two doubles, |low| ≤ half a unit in high's last place;
 * about 106 bits.
 * Source: T. J. Dekker, "A floating-point technique for extending the available precision", 1971; D. E. Knuth, TAOCP 2,
 * 4.2.2 (the sum).
 */
export interface DoubleDouble {
  readonly high: number
  readonly low: number
}

/** 2^27 + 1, which splits a double into two halves of at most 26 bits. */
const SPLITTER = 134217729

/** a + b, exact. */
export function exactSum(a: number, b: number): DoubleDouble {
  const high = a + b
  const fromB = high - a
  return { high, low: a - (high - fromB) + (b - fromB) }
}

/** a · b, exact as long as neither exceeds 2^996 nor the product falls below 2^−968. */
export function exactProduct(a: number, b: number): DoubleDouble {
  const high = a * b
  const spreadA = SPLITTER * a
  const topA = spreadA - (spreadA - a)
  const restA = a - topA
  const spreadB = SPLITTER * b
  const topB = spreadB - (spreadB - b)
  const restB = b - topB
  return { high, low: topA * topB - high + topA * restB + restA * topB + restA * restB }
}

/** a + b. */
export function sum(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const highs = exactSum(a.high, b.high)
  const lows = exactSum(a.low, b.low)
  const first = exactSum(highs.high, highs.low + lows.high)
  return exactSum(first.high, first.low + lows.low)
}

/** a · b. */
export function product(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const highs = exactProduct(a.high, b.high)
  return exactSum(highs.high, highs.low + (a.high * b.low + a.low * b.high))
}

/** a / b: the quotient of the high parts, and what it leaves over divided again. */
export function quotient(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.high / b.high
  const taken = product({ high: first, low: 0 }, b)
  const left = sum(a, { high: -taken.high, low: -taken.low })
  return exactSum(first, left.high / b.high)
}
