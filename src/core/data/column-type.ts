import { countDistinct, distinctValues } from './columns'
import type { Column } from './table'

/** Type of a column, in more detail than whether it is read as numbers. */
export type ColumnType = 'number' | 'integer' | 'boolean' | 'date' | 'duration' | 'category' | 'text' | 'identifier' | 'constant' | 'empty'

/** A text column is categorical when it has at most this many distinct values, and each occurs twice on average. */
const mostCategories = 100

/** Pairs of words for yes and no, in lower case. */
export const booleanWords: readonly (readonly [string, string])[] = [
  ['true', 'false'],
  ['yes', 'no'],
  ['t', 'f'],
  ['y', 'n'],
  ['是', '否'],
  ['真', '假']
]

/**
 * Returns the type of a column: the requested one, or the detected one. A constant has one value in all cells that are not missing; an
 * identifier is text and different in every row; in a boolean column all cells that are not missing are such.
 */
export function columnType(column: Column): ColumnType {
  const count = countDistinct(column)
  if (count === 0) return 'empty'
  if (column.asked !== undefined) return column.asked
  if (count === 1) return 'constant'
  const moments = typeOfMoments(column)
  if (moments) return moments
  if (column.kind === 'number') return areWhole(column.values) ? 'integer' : 'number'
  if (count <= mostCategories && areBooleans(Array.from(distinctValues(column), String))) return 'boolean'
  if (count === column.missing.length) return 'identifier'
  return count <= mostCategories && 2 * count <= presentCells(column) ? 'category' : 'text'
}

/** Whether all finite numbers are whole; most columns are decided by their first cells. */
export function areWhole(values: Float64Array): boolean {
  for (let row = 0; row < values.length; row++) if (Number.isFinite(values[row]) && !Number.isInteger(values[row])) return false
  return true
}

function presentCells({ missing }: Column): number {
  let count = missing.length
  for (let row = 0; row < missing.length; row++) count -= missing[row]
  return count
}

/** Returns the type of a column whose numbers were parsed from dates, times of day or durations. */
export function typeOfMoments({ dates, times }: Column): 'date' | 'duration' | undefined {
  return times?.as === 'duration' ? 'duration' : dates && 'date'
}

function areBooleans(texts: readonly string[]): boolean {
  return booleanWords.some((pair) => texts.every((text) => pair.includes(text.toLowerCase())))
}
