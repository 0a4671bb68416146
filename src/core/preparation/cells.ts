import { unusableCellsTask, isAllNumbers } from '../data/columns'
import { parseNumber } from '../data/number'
import { cellText, type Column, type Table } from '../data/table'
import { AppError } from '../messages/app-error'
import { runToEnd, type CooperativeTask } from '../tasks/task'
import { codedTexts } from './coded-texts'

/** A column as a pipeline reads it; another file's column may look different as a whole. */
export interface Cells {
  readonly column: Column
  readonly kind: Column['kind']
  /** One number a row, NaN where missing; empty for text. */
  readonly values: Float64Array
}

/** A column read as numbers or as text, whatever it looks like. */
export function cellsOf(column: Column, kind: Column['kind']): Cells {
  if (kind === 'text') return { column, kind, values: new Float64Array(0) }
  if (column.kind === 'number') return { column, kind, values: column.values }
  const { codes, distinct } = codedTexts(column)
  const numbers = distinct.map((text) => parseNumber(text))
  const values = new Float64Array(codes.length)
  for (let row = 0; row < codes.length; row++) values[row] = column.missing[row] === 1 ? NaN : numbers[codes[row]]
  return { column, kind, values }
}

/**
 * Makes sure that cells read as numbers are finite ones, whatever the row.
 * Throws: data, naming the first that is not.
 */
export function requireNumbers(table: Table, cells: Cells): void {
  runToEnd(checkNumbers(table, cells))
}

/** What `requireNumbers` does. */
export function* checkNumbers(table: Table, { column, kind, values }: Cells): CooperativeTask<void> {
  if (kind === 'text' || isAllNumbers(column)) return
  const { first, count } = yield* unusableCellsTask({ values, missing: column.missing })
  if (count === 0) return
  throw new AppError(Number.isNaN(values[first]) ? 'data.not-a-number' : 'data.not-finite', {
    ...cellDetails(table, column, first),
    ...(count > 1 ? { more: count - 1 } : {})
  })
}

/** Where a cell stands and what it says, for messages. */
export function cellDetails(table: Table, column: Column, row: number) {
  return {
    row: table.lines[row],
    column: table.columns.findIndex(({ name }) => name === column.name) + 1,
    name: column.name,
    value: cellText(column, row)
  }
}
