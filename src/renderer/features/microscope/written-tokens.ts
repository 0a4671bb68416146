import { briefNumber, type CellSum, type TermFactor } from '#core'

/** A piece of a calculation that is written out: a sign, or a number with the cell that it stands in. */
export type Token =
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly factor: TermFactor | null; readonly term: number | null }

/** Before these a negative number needs brackets, and after it before those. */
const BEFORE = /[·+−/]$/
const AFTER = /^[²/·^]/

/**
 * The calculation of a cell with its numbers, in pieces. Each number that is the next factor of a term is told with its cell, so that the
 * two can be shown together.
 */
export function writtenTokens(
  { terms, written: { texts, numbers } }: Pick<CellSum, 'terms' | 'written'>,
  format: (x: number) => string = briefNumber
): Token[] {
  const factors = terms.flatMap((term, index) => term.factors.map((factor) => ({ factor, index, isUsed: false })))
  const tokens: Token[] = []
  let before = texts[0]
  if (before !== '') tokens.push({ kind: 'sign', text: before })
  numbers.forEach((x, n) => {
    const after = texts[n + 1]
    const found = factors.find((one) => !one.isUsed && one.factor.value === x)
    if (found) found.isUsed = true
    const isBracketed = x < 0 && (BEFORE.test(before) || AFTER.test(after))
    const text = format(x)
    tokens.push({ kind: 'number', text: isBracketed ? `(${text})` : text, factor: found?.factor ?? null, term: found?.index ?? null })
    if (after !== '') tokens.push({ kind: 'sign', text: after })
    before = after
  })
  return tokens
}
