/** Digits with an optional point, sign and exponent. Nothing else is a number: not `12abc`, `0x10`, `1,234` or ``. */
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const infinity = /^[+-]?inf(?:inity)?$/i

/**
 * A trimmed cell as a number; NaN when it is not written as one. What is written as a number but has no finite value
 * (`inf`, `1e999`) is ±Infinity.
 */
export function parseNumber(trimmed: string): number {
  if (decimal.test(trimmed)) return Number(trimmed)
  if (infinity.test(trimmed)) return trimmed.startsWith('-') ? -Infinity : Infinity
  return NaN
}
