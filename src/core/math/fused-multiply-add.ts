import { powerOfTwo } from './float64'

/** 2^27 + 1, which splits a double into two halves of at most 26 bits (Veltkamp). */
const SPLITTER = 134217729

/** Sizes between which neither a half nor an error of a product or a sum leaves the range of float64: 2⁻⁹⁶⁰ and 2⁹⁹⁰. */
const LEAST = powerOfTwo(-960)
const MOST = powerOfTwo(990)

/** A double and its halves, the lower one first. */
const double = new Float64Array(1)
const words = new Int32Array(double.buffer)
const LOW = new Uint8Array(Int32Array.of(1).buffer)[0] === 1 ? 0 : 1
const HIGH = 1 - LOW

/**
 * Returns a · b + c in float64, rounded once, for every a, b and c: with subnormal numbers, signed zeros and overflow as IEEE 754 has them.
 * Source: S. Boldo, G. Melquiond, "Emulation of a FMA and correctly rounded sums: proved algorithms using rounding to odd", IEEE
 * Transactions on Computers 57, 2008; where it would over- or underflow on its way, whole numbers take its place.
 */
export function fusedMultiplyAdd(a: number, b: number, c: number): number {
  const product = a * b
  const size = Math.abs(product)
  if (!(size > LEAST && size < MOST && Math.abs(a) < MOST && Math.abs(b) < MOST && Math.abs(c) < MOST)) return atTheEdge(a, b, c)
  const bigA = SPLITTER * a
  const topA = bigA - (bigA - a)
  const restA = a - topA
  const bigB = SPLITTER * b
  const topB = bigB - (bigB - b)
  const restB = b - topB
  const error = topA * topB - product + topA * restB + restA * topB + restA * restB
  const small = c + error
  const sum = product + small
  return sum + sumToOdd(sumError(c, error, small), sumError(product, small, sum))
}

/**
 * Returns a · b + c of float32 numbers, rounded once to float32: in float64 the product is exact, and a sum that was rounded to odd there
 * rounds as the exact one does.
 */
export function fusedMultiplyAdd32(a: number, b: number, c: number): number {
  return Math.fround(sumToOdd(a * b, c))
}

/** The error of a + b, rounded to `sum`: a + b − sum, exact (Knuth's two-sum). */
function sumError(a: number, b: number, sum: number): number {
  const fromB = sum - a
  return a - (sum - fromB) + (b - fromB)
}

/** a + b, rounded to odd: of the two doubles around a sum that is none itself, the one whose last bit is 1. */
function sumToOdd(a: number, b: number): number {
  const sum = a + b
  const error = sumError(a, b, sum)
  // NaN where the sum is not finite.
  if (!(Math.abs(error) > 0)) return sum
  double[0] = sum
  if (words[LOW] & 1) return sum
  if (error > 0 === sum > 0) words[LOW] |= 1
  else {
    if (words[LOW] === 0) words[HIGH] -= 1
    words[LOW] -= 1
  }
  return double[0]
}

/** The same of any numbers. */
function atTheEdge(a: number, b: number, c: number): number {
  if (a === 0 || b === 0 || !Number.isFinite(a) || !Number.isFinite(b)) return a * b + c
  if (c === 0) return a * b
  if (!Number.isFinite(c)) return c
  const [x, y, z] = [wholeOf(a), wholeOf(b), wholeOf(c)]
  const exponent = x.exponent + y.exponent
  const last = Math.min(exponent, z.exponent)
  const sum = ((x.whole * y.whole) << BigInt(exponent - last)) + (z.whole << BigInt(z.exponent - last))
  return sum < 0n ? -rounded(-sum, last) : rounded(sum, last)
}

/** A finite double as whole · 2^exponent. */
function wholeOf(x: number): { whole: bigint; exponent: number } {
  double[0] = x
  const biased = (words[HIGH] >>> 20) & 0x7ff
  const fraction = BigInt(words[HIGH] & 0xfffff) * 4294967296n + BigInt(words[LOW] >>> 0)
  const whole = biased === 0 ? fraction : fraction + 4503599627370496n
  return { whole: x < 0 ? -whole : whole, exponent: Math.max(biased, 1) - 1075 }
}

/** The double nearest to whole · 2^exponent, of two the even one; Infinity beyond the range. */
function rounded(whole: bigint, exponent: number): number {
  const bits = whole.toString(2).length
  const dropped = Math.max(0, bits - 53, -1074 - exponent)
  const shift = BigInt(dropped)
  let kept = whole >> shift
  const twiceRest = (whole - (kept << shift)) * 2n
  const one = 1n << shift
  if (twiceRest > one || (twiceRest === one && kept % 2n === 1n)) kept += 1n
  return Number(kept) * powerOfTwo(Math.min(exponent + dropped, 1023))
}
