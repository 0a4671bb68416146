import { distinctValues, finiteValues } from './columns'
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

/** A day by year, month and day (2024-01-31, 2024/1/31, 2024年1月31日), perhaps with a time after it. */
const date = /^\d{4}(?:-\d{1,2}-\d{1,2}|\/\d{1,2}\/\d{1,2}|\.\d{1,2}\.\d{1,2}|年\d{1,2}月\d{1,2}日)(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * The type of a column. A constant has one value in all cells that are not missing; an identifier is text and different
 * in every row; dates and answers are text in all cells that are not missing.
 */
export function columnType(column: Column): ColumnType {
  const distinct = distinctValues(column)
  if (distinct.size === 0) return 'empty'
  if (distinct.size === 1) return 'constant'
  if (column.kind === 'number') return finiteValues(column).every(Number.isInteger) ? 'integer' : 'number'
  const texts = Array.from(distinct, String)
  if (areAnswers(texts)) return 'boolean'
  if (texts.every((text) => date.test(text))) return 'date'
  if (distinct.size === column.cells.length) return 'identifier'
  const present = column.missing.reduce((count, flag) => count + 1 - flag, 0)
  return distinct.size <= mostCategories && 2 * distinct.size <= present ? 'category' : 'text'
}

function areAnswers(texts: readonly string[]): boolean {
  return answerPairs.some((pair) => texts.every((text) => pair.includes(text.toLowerCase())))
}
