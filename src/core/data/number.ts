import { plainForm } from './plain-form'

/** Digits with an optional point, sign and exponent. Nothing else is a number: not `12abc`, `0x10`, `1,234` or ``. */
const decimalNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const infinity = /^[+-]?inf(?:inity)?$/i

export type DecimalMark = '.' | ','

/** Notation of the numbers in a column. */
export interface Notation {
  readonly decimal: DecimalMark
  /** Whether the other mark may separate thousands, as in `1,234.5`, or `1.234,5` with a decimal comma. */
  readonly grouped: boolean
  /** A currency sign or unit before or after the digits (`$`, `kg`), which is taken off. */
  readonly unit?: string
}

export const plainNotation: Notation = { decimal: '.', grouped: false }

/** Whether numbers are read alike in two notations. */
export function isSameNotation(a: Notation, b: Notation): boolean {
  return a.decimal === b.decimal && a.grouped === b.grouped && a.unit === b.unit
}

/**
 * Groups of three digits, the first of one to three; then optionally decimals. Beside a decimal point, also the groups of India: three
 * digits, and two in each group before.
 */
const groupedNumber: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?:\.\d*)?$/,
  ',': /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?$/
}
const groupMark: Readonly<Record<DecimalMark, string>> = { '.': ',', ',': '.' }

/**
 * Parses a trimmed cell as a number; NaN when it is not one. A number without a finite value (`inf`, `1e999`) is ±Infinity.
 */
export function parseNumber(trimmed: string, { decimal, grouped }: Notation = plainNotation): number {
  const whole = grouped && groupedNumber[decimal].test(trimmed) ? trimmed.replaceAll(groupMark[decimal], '') : trimmed
  if (decimal === ',') return whole.includes('.') ? NaN : parsePlain(whole.replace(',', '.'))
  return parsePlain(whole)
}

/**
 * Parses a cell as `parseNumber` does, but in the forms that people write: `−3` with a minus sign, `1 234` and `1'234` with groups,
 * full-width digits, `12%` for 0.12, `(3)` for −3, `1.5×10^3`, and with the notation's unit.
 */
export function parseCell(trimmed: string, notation: Notation = plainNotation): number {
  const value = parseNumber(trimmed, notation)
  if (!Number.isNaN(value)) return value
  const { text, isPercent } = plainForm(trimmed, notation.unit)
  if (text === trimmed) return NaN
  const plain = parseNumber(text, notation)
  return isPercent ? plain / 100 : plain
}

function parsePlain(text: string): number {
  if (decimalNumber.test(text)) return Number(text)
  if (infinity.test(text)) return text.startsWith('-') ? -Infinity : Infinity
  return NaN
}
