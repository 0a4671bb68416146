import type { Column, Table } from '../data/table'
import type { Note } from '../texts'

/** Rows in which no column that must be there has a missing value. */
export interface CompleteRows {
  /** Row numbers in the table, from 0, ascending. */
  readonly rows: Int32Array
  readonly dropped: number
  /** Says how many rows were dropped and where the first missing value is; empty when none was. */
  readonly notes: readonly Note[]
}

/** The rows (of all, or of those given) in which none of the columns has a missing value. */
export function completeRows(table: Table, columns: readonly Column[], among?: Int32Array): CompleteRows {
  const candidates = among ?? Int32Array.from(table.lines, (_, row) => row)
  const rows = candidates.filter((row) => columns.every(({ missing }) => missing[row] === 0))
  const dropped = candidates.length - rows.length
  if (dropped === 0) return { rows, dropped, notes: [] }
  const first = candidates.find((row) => columns.some(({ missing }) => missing[row] === 1)) ?? 0
  const name = columns.find(({ missing }) => missing[first] === 1)?.name ?? ''
  const details = { count: dropped, total: candidates.length, row: table.lines[first], name }
  return { rows, dropped, notes: [{ code: 'note.dropped-rows', details }] }
}
