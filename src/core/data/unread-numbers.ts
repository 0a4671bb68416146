/** Fraction of the distinct texts that must be written so, and the fewest of them: with fewer they name classes, as `1st` and `2nd` do. */
const unreadPart = 0.9
const fewest = 10

/** Signs, then a digit of any script; a value behind an arrow or an equals sign is a column of its own. */
const startsWithNumber = /^[^\p{L}\p{N}]{0,4}\p{N}(?!.*(?:->|=))/u
const letters = /\p{L}/gu
const mostLetters = 3

/**
 * Whether distinct texts are numbers in a form that is not read as one: `1.5×10^3`, `3½`, `12±2`, `5–10`, `0x1F`, `14h05`, `1_000`. Words with
 * a number behind them (`S1`, `Jan-24`) are not.
 */
export function areUnreadNumbers(distinct: readonly string[]): boolean {
  if (distinct.length < fewest) return false
  return distinct.filter(isUnreadNumber).length >= unreadPart * distinct.length
}

export function isUnreadNumber(text: string): boolean {
  return startsWithNumber.test(text) && (text.match(letters)?.length ?? 0) <= mostLetters
}
