/** Answers beside which “none” is another one, rather than no answer. */
const none: ReadonlySet<string> = new Set(['none', '无'])
/** Signs of a finding, beside which a dash is the opposite finding. */
const positive = /^[+＋]+$/
const dashes: ReadonlySet<string> = new Set(['-', '—'])
/** Codes of two letters, such as those of countries: NA is Namibia among them. */
const code = /^[A-Z]{2}$/
const FEWEST_CODES = 5

/** Whether a mark that is taken for a missing value may be a value of a column, judged by its other values. */
export function mayBeValue(mark: string, others: readonly string[]): boolean {
  if (others.length === 0) return false
  if (none.has(mark.toLowerCase())) return true
  if (dashes.has(mark)) return others.some((text) => positive.test(text))
  return mark === 'NA' && others.length >= FEWEST_CODES && others.every((text) => code.test(text))
}
