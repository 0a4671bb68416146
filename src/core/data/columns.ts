import { countDistinctNumbers } from './count-distinct'
import type { Column } from './table'

export { createColumn } from './create-column'
export type { Reading } from './reading'

/**
 * The cells that are there but are no finite numbers, in a column that is read as numbers: the first one's row, and
 * how many.
 */
export function unusableCells({ values, missing, texts }: Column): { first: number; count: number } {
  let first = -1
  let count = 0
  if (texts.kind === 'forms' && texts.isPlain) return { first, count }
  for (let row = 0; row < values.length; row++) {
    if (missing[row] === 1 || Number.isFinite(values[row])) continue
    if (count === 0) first = row
    count++
  }
  return { first, count }
}

/** The numbers of a column that are finite, in file order. */
export function finiteValues(column: Column): Float64Array {
  return column.values.filter(Number.isFinite)
}

/** The different values of a column, the missing ones apart: numbers by their value, texts trimmed. */
export function distinctValues(column: Column): ReadonlySet<string | number> {
  return column.kind === 'number' ? new Set(finiteValues(column)) : new Set(presentTexts(column))
}

/** The different texts of a text column, the missing ones apart, in the order in which they occur first. */
function presentTexts({ texts, missing }: Column): readonly string[] {
  if (texts.kind !== 'codes') return []
  const isPresent = new Uint8Array(texts.distinct.length)
  texts.codes.forEach((code, row) => {
    if (missing[row] === 0) isPresent[code] = 1
  })
  return texts.distinct.filter((_, code) => isPresent[code] === 1)
}

const counts = new WeakMap<Column, number>()

/** How many different values a column has, the missing ones apart; counted once a column. */
export function countDistinct(column: Column): number {
  const known = counts.get(column)
  if (known !== undefined) return known
  const count = column.kind === 'number' ? countDistinctNumbers(finiteValues(column)) : presentTexts(column).length
  counts.set(column, count)
  return count
}
