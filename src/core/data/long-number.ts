import { exactProduct, exactSum, product, quotient, type DoubleDouble } from '../math/double-double'
import { exponentForms, mostDecimals, mostExponentDecimals, upperCase } from './written-number'

const MINUS = 45
const PLUS = 43
const ZERO = 48
const UPPER_E = 69
const LOWER_E = 101

/** Digits of an integer that a double represents exactly, and digits that double-double precision can distinguish. */
const exactDigits = 15
const mostDigits = 19

/** Powers of ten up to this one are exact in double-double precision, since 5^44 has 103 bits. */
const mostPower = 44
const singlePowers = 22
const singles = Float64Array.from({ length: singlePowers + 1 }, (_, i) => Number(`1e${i}`))
const powersOfTen: readonly DoubleDouble[] = Array.from({ length: mostPower + 1 }, (_, i) =>
  i <= singlePowers ? { high: singles[i], low: 0 } : exactProduct(singles[singlePowers], singles[i - singlePowers])
)

/** Safety margin, as a fraction of the gap between two doubles: far above the error of our arithmetic. */
const caution = 1e-9

/** A parsed number, and the form in which it is written. */
export interface WrittenNumber {
  value: number
  form: number
}

/**
 * Reads a number with up to 19 significant digits and optionally an exponent of two digits (`0.8419513672432034`, `1.5e-05`, `"12.50"`
 * without its quotes) into `into`. Returns false, and reads nothing, where rounding is too close to call or the form would not reproduce
 * the text: such texts are left to the host's own parser.
 *
 * The digits are taken as m, exactly; m / 10^d or m · 10^d is computed in double-double precision and rounded once. The text is the one
 * of that many digits closest to the value, as `toFixed` and `toExponential` write it, when x · 10^d is less than a half from m.
 */
export function readLongNumber(bytes: Uint8Array, start: number, end: number, decimal: number, into: WrittenNumber): boolean {
  let at = start
  const isNegative = bytes[at] === MINUS
  if (isNegative) at++
  const first = at
  let head = 0
  let tail = 0
  let digits = 0
  let mark = -1
  for (; at < end; at++) {
    const digit = bytes[at] - ZERO
    if (digit >= 0 && digit < 10) {
      if (digits > 0 || digit > 0) digits++
      if (digits <= exactDigits) head = head * 10 + digit
      else tail = tail * 10 + digit
    } else if (bytes[at] === decimal && mark < 0 && at > first) mark = at
    else break
  }
  const whole = (mark < 0 ? at : mark) - first
  const decimals = mark < 0 ? 0 : at - mark - 1
  const isCanonical = whole > 0 && (whole === 1 || bytes[first] !== ZERO) && (mark < 0 || decimals > 0)
  if (!isCanonical || digits > mostDigits || (digits === 0 && isNegative)) return false

  const isUpper = bytes[at] === UPPER_E
  let exponent = 0
  if (at < end) {
    exponent = readExponent(bytes, at, end)
    if (Number.isNaN(exponent) || whole !== 1 || decimals > mostExponentDecimals) return false
    if (digits > 0 ? bytes[first] === ZERO : exponent !== 0) return false
  } else if (decimals > mostDecimals) return false
  const power = exponent - decimals
  if (power > singlePowers || power < -mostPower) return false

  const isShort = digits <= exactDigits && power >= -singlePowers && at === end
  const most = isPowerOfTen(head, tail, digits) ? 0 : 0.5 - caution
  // Few digits and their power of ten are exact, so a single division rounds correctly.
  const value = isShort ? head / singles[-power] : scaled(head, tail, digits - exactDigits, power, most)
  if (Number.isNaN(value)) return false
  into.value = isNegative ? -value : value
  into.form = at === end ? decimals : exponentForms + decimals + (isUpper ? upperCase : 0)
  return true
}

/** Reads an exponent with its sign and two digits, as programs write it; NaN for anything else. */
function readExponent(bytes: Uint8Array, at: number, end: number): number {
  const sign = bytes[at + 1]
  const [tens, ones] = [bytes[at + 2] - ZERO, bytes[at + 3] - ZERO]
  const isExponent = (bytes[at] === LOWER_E || bytes[at] === UPPER_E) && end - at === 4 && (sign === MINUS || sign === PLUS)
  if (!isExponent || !(tens >= 0 && tens < 10 && ones >= 0 && ones < 10)) return NaN
  const size = 10 * tens + ones
  return sign === PLUS ? size : size === 0 ? NaN : -size
}

/** Whether the digits are 1, 10, 100, …: numbers just below have another exponent and are closer together, so only exact ones are safe. */
function isPowerOfTen(head: number, tail: number, digits: number): boolean {
  return tail === 0 && head === singles[Math.min(digits, exactDigits) - 1]
}

/** Computes (head · 10^more + tail) · 10^power, rounded once; NaN where rounding is too close to call, or farther than `most` from the digits. */
function scaled(head: number, tail: number, more: number, power: number, most: number): number {
  if (head === 0) return 0
  const mantissa = more > 0 ? joined(exactProduct(head, singles[more]), tail) : { high: head, low: 0 }
  const unit = powersOfTen[Math.abs(power)]
  const { high, low } = power < 0 ? quotient(mantissa, unit) : product(mantissa, unit)
  if (high + low * (1 + caution) !== high) return NaN
  const rounded = { high, low: 0 }
  const back = power < 0 ? product(rounded, unit) : quotient(rounded, unit)
  const distance = back.high - mantissa.high + (back.low - mantissa.low)
  return Math.abs(distance) <= most ? high : NaN
}

function joined({ high, low }: DoubleDouble, tail: number): DoubleDouble {
  const whole = exactSum(high, tail)
  return exactSum(whole.high, whole.low + low)
}
