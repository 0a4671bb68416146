/** Digits with an optional point, sign and exponent. Nothing else is a number: not `12abc`, `0x10`, `1,234` or ``. */
const decimalNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const infinity = /^[+-]?inf(?:inity)?$/i

export type DecimalMark = '.' | ','

/** How numbers are written in a file. */
export interface Notation {
  readonly decimal: DecimalMark
  /** Whether the other mark may stand between thousands, as in `1,234.5`, or `1.234,5` with a decimal comma. */
  readonly grouped: boolean
}

export const plainNotation: Notation = { decimal: '.', grouped: false }

/** Whole groups of three, the first of one to three digits; then perhaps decimals. */
const groupedNumber: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/,
  ',': /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?$/
}
const groupMark: Readonly<Record<DecimalMark, string>> = { '.': ',', ',': '.' }

/**
 * A trimmed cell as a number; NaN when it is not written as one. What is written as a number but has no finite value
 * (`inf`, `1e999`) is ±Infinity.
 */
export function parseNumber(trimmed: string, { decimal, grouped }: Notation = plainNotation): number {
  const whole = grouped && groupedNumber[decimal].test(trimmed) ? trimmed.replaceAll(groupMark[decimal], '') : trimmed
  if (decimal === ',') return whole.includes('.') ? NaN : parsePlain(whole.replace(',', '.'))
  return parsePlain(whole)
}

function parsePlain(text: string): number {
  if (decimalNumber.test(text)) return Number(text)
  if (infinity.test(text)) return text.startsWith('-') ? -Infinity : Infinity
  return NaN
}
