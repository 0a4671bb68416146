/** Digits with an optional point, sign and exponent. Nothing else is a number: not `12abc`, `0x10`, `1,234` or ``. */
const decimalNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const infinity = /^[+-]?inf(?:inity)?$/i

export type DecimalMark = '.' | ','

/** Notation of the numbers in a file. */
export interface Notation {
  readonly decimal: DecimalMark
  /** Whether the other mark may separate thousands, as in `1,234.5`, or `1.234,5` with a decimal comma. */
  readonly grouped: boolean
}

export const plainNotation: Notation = { decimal: '.', grouped: false }

/** Groups of three digits, the first of one to three; then optionally decimals. */
const groupedNumber: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/,
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

/** Full-width letters, digits and marks, each 0xFEE0 above its ASCII counterpart. */
const fullWidth = /[\uFF01-\uFF5E]/g
const special = /[\uFF01-\uFF5E]|%$/

/** Whether a cell has full-width characters. */
export function hasFullWidth(cell: string): boolean {
  return cell.search(fullWidth) >= 0
}

/** Replaces full-width characters of a trimmed cell by ASCII ones and strips a final percent sign; `isPercent` tells whether there was one. */
export function plainForm(trimmed: string): { readonly text: string; readonly isPercent: boolean } {
  if (!special.test(trimmed)) return { text: trimmed, isPercent: false }
  const narrow = trimmed.replace(fullWidth, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  const isPercent = narrow.endsWith('%')
  return { text: isPercent ? narrow.slice(0, -1).trimEnd() : narrow, isPercent }
}

/** Parses a cell as `parseNumber` does, but digits may be full-width, and `12%` is 0.12. */
export function parseCell(trimmed: string, notation: Notation = plainNotation): number {
  const value = parseNumber(trimmed, notation)
  if (!Number.isNaN(value)) return value
  const { text, isPercent } = plainForm(trimmed)
  if (text === trimmed) return NaN
  const plain = parseNumber(text, notation)
  return isPercent ? plain / 100 : plain
}

function parsePlain(text: string): number {
  if (decimalNumber.test(text)) return Number(text)
  if (infinity.test(text)) return text.startsWith('-') ? -Infinity : Infinity
  return NaN
}
