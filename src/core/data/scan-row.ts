import { quotedField, textField, type RowFields } from './row-fields'

const LF = 10
const CR = 13
const SPACE = 32
const QUOTE = 34
const MINUS = 45
const ZERO = 48

/** Up to this many digits, a number and the power of ten that divides it are both exact, so their quotient is rounded correctly. */
const exactDigits = 15

/** Digits of a number that is always below 2^31. */
const wrappingDigits = 9

const powersOfTen = Float64Array.from({ length: exactDigits + 1 }, (_, i) => Number(`1e${i}`))

/** Format of a file's rows, as far as scanning needs it. */
export interface RowShape {
  readonly columns: number
  /** The byte that separates fields. */
  readonly separator: number
  /** [columns], the byte of each column's decimal mark. */
  readonly decimals: Uint8Array
}

/**
 * Finds the fields of the row that begins at `start` and must be followed by a line end. Returns the offset of that line end; −1 for a
 * row that is not simple: with an unexpected number of fields, or with quotes other than around a whole field of one line. Such rows
 * are left to the parser.
 *
 * A plain number (digits, optionally a minus sign and decimals, as `toFixed` writes it) of at most 15 digits is read on the way.
 * Source: W. D. Clinger, How to read floating point numbers accurately, 1990: m / 10^d is exact up to one rounding
 * where m < 2^53 and d ≤ 22.
 */
export function scanRow(bytes: Uint8Array, start: number, { columns, separator, decimals: marks }: RowShape, fields: RowFields): number {
  const { starts, ends, values, forms } = fields
  let from = start
  for (let column = 0; column < columns; column++) {
    let at = from
    let byte = bytes[at]
    const isNegative = byte === MINUS
    if (isNegative) byte = bytes[++at]
    const digits = at
    const leading = byte
    // Overflows beyond nine digits; those are read again.
    let mantissa = 0
    let digit = byte - ZERO
    while (digit >>> 0 < 10) {
      mantissa = (Math.imul(mantissa, 10) + digit) | 0
      byte = bytes[++at]
      digit = byte - ZERO
    }
    const whole = at - digits
    let decimals = 0
    if (byte === marks[column] && byte !== separator) {
      byte = bytes[++at]
      digit = byte - ZERO
      const first = at
      while (digit >>> 0 < 10) {
        mantissa = (Math.imul(mantissa, 10) + digit) | 0
        byte = bytes[++at]
        digit = byte - ZERO
      }
      // A point without digits after it is not a plain number.
      decimals = at > first ? at - first : exactDigits
    }
    const isEnd = byte === separator || byte === LF || byte === CR
    const isPlain = whole === 1 || (whole > 1 && leading !== ZERO)
    const count = whole + decimals
    if (isEnd && isPlain && count <= exactDigits && !(isNegative && mantissa === 0)) {
      const exact = count <= wrappingDigits ? mantissa : digitsAsNumber(bytes, digits, at)
      const value = decimals === 0 ? exact : exact / powersOfTen[decimals]
      values[column] = isNegative ? -value : value
      forms[column] = decimals
      starts[column] = from
      ends[column] = at
    } else {
      at = endOfText(bytes, from, separator, column, fields)
      if (at < 0) return -1
      byte = bytes[at]
    }
    if (byte !== separator) return column === columns - 1 ? at : -1
    from = at + 1
  }
  return -1
}

/** Finds a field that is not a plain number, and returns the offset after it; −1 where its quotes are left to the parser. */
function endOfText(bytes: Uint8Array, from: number, separator: number, column: number, { starts, ends, forms }: RowFields): number {
  let at = from
  let byte = bytes[at]
  forms[column] = textField
  while (byte === SPACE) byte = bytes[++at]
  if (byte === QUOTE) {
    if (at > from) return -1
    starts[column] = ++at
    byte = bytes[at]
    while (byte !== QUOTE || bytes[at + 1] === QUOTE) {
      if (byte === LF || byte === CR) return -1
      if (byte === QUOTE) {
        forms[column] = quotedField
        at++
      }
      byte = bytes[++at]
    }
    ends[column] = at
    byte = bytes[++at]
    return byte === separator || byte === LF || byte === CR ? at : -1
  }
  starts[column] = at
  while (byte !== separator && byte !== LF && byte !== CR) {
    if (byte === QUOTE) return -1
    byte = bytes[++at]
  }
  ends[column] = at
  return at
}

/** Reads digits as a number, ignoring any mark among them. */
function digitsAsNumber(bytes: Uint8Array, start: number, end: number): number {
  let number = 0
  for (let at = start; at < end; at++) {
    const digit = bytes[at] - ZERO
    if (digit >= 0 && digit < 10) number = number * 10 + digit
  }
  return number
}
