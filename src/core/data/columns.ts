import { countDistinctNumbers } from './count-distinct'
import { momentsOf } from './statistics'
import type { Column } from './table'

export { createColumn } from './create-column'
export type { Reading } from './reading'

/**
 * The cells that are there but are no finite numbers, in a column that is read as numbers: the first one's row, and
 * how many.
 */
export function unusableCells({ values, missing }: Column): { first: number; count: number } {
  let first = -1
  let count = 0
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

/** How many different values a column has, the missing ones apart. */
export function countDistinct(column: Column): number {
  return column.kind === 'number' ? countDistinctNumbers(finiteValues(column)) : presentTexts(column).length
}

/** What a column holds, in a few figures. */
export interface ColumnSummary {
  readonly name: string
  readonly kind: 'number' | 'text'
  /** How many cells are missing. */
  readonly missing: number
  /** How many different values there are, the missing ones apart. */
  readonly distinct: number
  /** Numbers only. */
  readonly minimum?: number
  readonly maximum?: number
  readonly mean?: number
  /** The population deviation. */
  readonly deviation?: number
}

/** A column in a few figures; cells that are no finite numbers do not take part in those of a number column. */
export function summarizeColumn(column: Column): ColumnSummary {
  const figures = {
    name: column.name,
    kind: column.kind,
    missing: column.missing.reduce((sum, flag) => sum + flag, 0),
    distinct: countDistinct(column)
  }
  return column.kind === 'number' ? { ...figures, ...momentsOf(finiteValues(column)) } : figures
}
