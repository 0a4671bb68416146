import { exactProduct, exactSum, product, quotient, sum, type DoubleDouble } from './double-double'
import { exp } from './exp'
import { lastExponent, powerOfTwo, splitMantissa } from './float64'

const ONE: DoubleDouble = { high: 1, low: 0 }

/** ln 2 to 106 bits. */
const LN2: DoubleDouble = { high: 0.6931471805599453, low: 2.3190468138462996e-17 }

/** 1, 1/3, 1/5, … 1/45: at |s| ≤ 0.1716 the next term of the series below is under 2^−116 of the first. */
const ODD_INVERSES = Array.from({ length: 23 }, (_, j) => quotient(ONE, { high: 2 * j + 1, low: 0 }))

/**
 * Whole exponents up to this size are repeated products; a mantissa in [√½, √2) raised to them is far from over- and
 * underflow.
 */
const LARGEST_BY_PRODUCTS = 1024

/**
 * ln x of a positive finite x to about 100 bits: x = 2^k m, ln m = 2 atanh s = 2 (s + s³/3 + s⁵/5 + …), s = (m − 1) /
 * (m + 1).
 */
function lnToDoubleDouble(x: number): DoubleDouble {
  const m = splitMantissa(x)
  const k = lastExponent()
  const s = quotient({ high: m - 1, low: 0 }, exactSum(m, 1))
  const q = product(s, s)
  const series = ODD_INVERSES.reduceRight((total, inverse) => sum(product(total, q), inverse))
  const atanh = product(s, series)
  return sum(product({ high: k, low: 0 }, LN2), { high: 2 * atanh.high, low: 2 * atanh.low })
}

/** value · 2^k for any whole k, rounded once. */
function scaled(value: number, k: number): number {
  const m = splitMantissa(value)
  const exponent = lastExponent() + k
  if (exponent > 1024) return Infinity
  if (exponent < -1100) return 0
  if (exponent > 1023) return m * 2 * powerOfTwo(exponent - 1)
  if (exponent < -1022) return m * powerOfTwo(exponent + 64) * powerOfTwo(-64)
  return m * powerOfTwo(exponent)
}

/**
 * x^n of a positive finite x for whole n, by squaring and multiplying in double-double precision: exact wherever a double can
 * represent it.
 */
function powerByProducts(x: number, n: number): number {
  let square: DoubleDouble = { high: splitMantissa(x), low: 0 }
  const exponent = lastExponent()
  let power = ONE
  for (let left = Math.abs(n); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power = product(power, square)
    if (left > 1) square = product(square, square)
  }
  return scaled((n < 0 ? quotient(ONE, power) : power).high, exponent * n)
}

/** x^y of a positive finite x as e^(y ln x), the logarithm in double-double precision, since its error is multiplied by y. */
function powerByLogarithm(x: number, y: number): number {
  const l = lnToDoubleDouble(x)
  if (Math.abs(y * l.high) > 1000) return y * l.high > 0 ? Infinity : 0
  const whole = exactProduct(y, l.high)
  const { high, low } = exactSum(whole.high, whole.low + y * l.low)
  const value = exp(high)
  // e^(high + low) ≈ e^high (1 + low)
  return value === Infinity ? value : value + value * low
}

function powerOfPositive(x: number, y: number): number {
  if (x === 1) return 1
  if (x === Infinity || x === 0) return (x === 0) === y > 0 ? 0 : Infinity
  if (Math.abs(y) === Infinity) return x > 1 === y > 0 ? Infinity : 0
  return Number.isInteger(y) && Math.abs(y) <= LARGEST_BY_PRODUCTS ? powerByProducts(x, y) : powerByLogarithm(x, y)
}

/**
 * x^y from additions, multiplications and divisions alone, hence the same bits on every machine. Error below 2 units in
 * the last place; exact for whole |y| ≤ 1024 wherever a double can hold the result.
 * Range: a negative base has a power at whole exponents and is NaN elsewhere; x^0 is 1 for every x, NaN too; 0^y is
 * Infinity for y < 0.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1
  if (x !== x || y !== y) return NaN
  if (x > 0) return powerOfPositive(x, y)
  const isWhole = Number.isInteger(y)
  if (x < 0 && !isWhole && Math.abs(y) !== Infinity && x !== -Infinity) return NaN
  const size = x === -1 ? 1 : powerOfPositive(-x, y)
  const isNegative = isWhole && Math.abs(y % 2) === 1 && (x < 0 || Object.is(x, -0))
  return isNegative ? -size : size
}
