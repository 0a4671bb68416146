import { unusableCellsTask, isAllNumbers } from '../data/columns'
import { parseCell } from '../data/number'
import { otherMark } from '../data/other-mark'
import { cellText, type Column, type Table } from '../data/table'
import { AppError } from '../messages/app-error'
import { runToEnd, type CooperativeTask } from '../tasks/task'
import { codedTexts } from './coded-texts'

/** A column as a pipeline reads it; another file's column may have been detected differently. */
export interface Cells {
  readonly column: Column
  readonly kind: Column['kind']
  /** One number a row, NaN where missing; empty for text. */
  readonly values: Float64Array
}

/** Reads a column as numbers or as text, regardless of its detected kind. */
export function cellsOf(column: Column, kind: Column['kind']): Cells {
  if (kind === 'text') return { column, kind, values: new Float64Array(0) }
  if (column.kind === 'number') return { column, kind, values: column.values }
  const { codes, distinct } = codedTexts(column)
  const numbers = distinct.map((text) => parseCell(text))
  const values = new Float64Array(codes.length)
  for (let row = 0; row < codes.length; row++) values[row] = column.missing[row] === 1 ? NaN : numbers[codes[row]]
  return { column, kind, values }
}

/**
 * Requires that all cells read as numbers are finite.
 * Throws: data, naming the first that is not.
 */
export function requireNumbers(table: Table, cells: Cells): void {
  runToEnd(checkNumbers(table, cells))
}

/** Runs `requireNumbers` cooperatively. */
export function* checkNumbers(table: Table, { column, kind, values }: Cells): CooperativeTask<void> {
  if (kind === 'text' || isAllNumbers(column)) return
  const { first, count } = yield* unusableCellsTask({ values, missing: column.missing })
  if (count === 0) return
  throw new AppError(Number.isNaN(values[first]) ? 'data.not-a-number' : 'data.not-finite', {
    ...cellDetails(table, column, first),
    ...otherMark(column, cellText(column, first)),
    ...(count > 1 ? { more: count - 1 } : {})
  })
}

/** Returns position and text of a cell, for messages. */
export function cellDetails(table: Table, column: Column, row: number) {
  return {
    row: table.lines[row],
    column: table.columns.findIndex(({ name }) => name === column.name) + 1,
    name: column.name,
    value: cellText(column, row)
  }
}
