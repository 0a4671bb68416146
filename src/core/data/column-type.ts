import { countDistinct, distinctValues } from './columns'
import { parseDate } from './dates'
import type { Column } from './table'

/** What a column holds, in more detail than whether it is read as numbers. */
export const columnTypes = ['number', 'integer', 'boolean', 'date', 'category', 'text', 'identifier', 'constant', 'empty'] as const
export type ColumnType = (typeof columnTypes)[number]

/** A text column is of categories when it has at most so many different values, and each occurs twice on average. */
const mostCategories = 100

/** Words for yes and for no, in lower case. */
export const answerPairs: readonly (readonly [string, string])[] = [
  ['true', 'false'],
  ['yes', 'no'],
  ['t', 'f'],
  ['y', 'n'],
  ['是', '否'],
  ['真', '假']
]

/**
 * The type of a column: what it was asked to be read as, or what it is found to be. A constant has one value in all cells
 * that are not missing; an identifier is text and different in every row; answers are such in all cells that are not
 * missing, and so are dates.
 */
export function columnType(column: Column): ColumnType {
  const count = countDistinct(column)
  if (count === 0) return 'empty'
  if (column.asked !== undefined) return column.asked
  if (count === 1) return 'constant'
  if (holdsDates(column)) return 'date'
  if (column.kind === 'number') return column.values.every((value) => !Number.isFinite(value) || Number.isInteger(value)) ? 'integer' : 'number'
  if (count <= mostCategories && areAnswers(Array.from(distinctValues(column), String))) return 'boolean'
  if (count === column.missing.length) return 'identifier'
  const present = column.missing.reduce((sum, flag) => sum + 1 - flag, 0)
  return count <= mostCategories && 2 * count <= present ? 'category' : 'text'
}

/** Whether the numbers of a column are days, found in texts that are dates. */
export function holdsDates({ kind, texts, missing }: Column): boolean {
  if (kind !== 'number' || texts.kind !== 'codes') return false
  const first = missing.indexOf(0)
  return first >= 0 && Number.isFinite(parseDate(texts.distinct[texts.codes[first]]))
}

function areAnswers(texts: readonly string[]): boolean {
  return answerPairs.some((pair) => texts.every((text) => pair.includes(text.toLowerCase())))
}
