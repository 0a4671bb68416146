import { isAllNumbers } from '../data/columns'
import type { Column, Table } from '../data/table'
import type { Details, Note } from '../messages/catalogue'
import { runToEnd, forEachPart, type CooperativeTask } from '../tasks/task'

/** Rows without a missing value in any required column. */
export interface CompleteRows {
  /** Row numbers in the table, from 0, ascending. */
  readonly rows: Int32Array
  readonly dropped: number
  /** Note on the number of dropped rows and the first missing value; empty when none was dropped. */
  readonly notes: readonly Note[]
}

/** From this number and fraction of rows on that are dropped, the column that costs most of them is named. */
const fewestDropped = 10
const costlyPart = 0.1

/** Returns the rows (of all, or of those given) in which none of the columns has a missing value. */
export function completeRows(table: Table, columns: readonly Column[], among?: Int32Array): CompleteRows {
  return runToEnd(completeRowsTask(table, columns, among))
}

/** Computes `completeRows` cooperatively. */
export function* completeRowsTask(table: Table, columns: readonly Column[], among?: Int32Array): CooperativeTask<CompleteRows> {
  const count = among?.length ?? table.rows
  const isGone = new Uint8Array(table.rows)
  for (const column of columns) {
    if (isAllNumbers(column)) continue
    const { missing } = column
    yield* forEachPart(table.rows, (from, to) => {
      for (let row = from; row < to; row++) isGone[row] |= missing[row]
    })
  }
  const rows = new Int32Array(count)
  let kept = 0
  let first = -1
  yield* forEachPart(count, (from, to) => {
    for (let i = from; i < to; i++) {
      const row = among ? among[i] : i
      if (isGone[row] === 0) rows[kept++] = row
      else if (first < 0) first = row
    }
  })
  const dropped = count - kept
  if (dropped === 0) return { rows, dropped, notes: [] }
  const name = columns.find(({ missing }) => missing[first] === 1)?.name ?? ''
  const isCostly = dropped >= fewestDropped && dropped >= costlyPart * count
  const costliest = isCostly ? yield* costliestTask(table, columns, among) : { most: '', alone: 0 }
  const isOneOfSeveral = costliest.alone >= dropped / 2 && costliest.alone < dropped
  // Where it is the only one, the sentence names it already.
  const culprit: Details = isOneOfSeveral ? costliest : costliest.alone === dropped ? { most: costliest.most } : {}
  const details = { count: dropped, total: count, row: table.lines[first], name, ...culprit }
  return { rows: rows.slice(0, kept), dropped, notes: [{ code: 'note.dropped-rows', details }] }
}

/** Finds the column that alone drops most rows, which have a value in all others: its name, and the number of these rows. */
function* costliestTask(
  table: Table,
  columns: readonly Column[],
  among: Int32Array | undefined
): CooperativeTask<{ most: string; alone: number }> {
  const gaps = new Uint8Array(table.rows)
  const holed = columns.filter((column) => !isAllNumbers(column))
  for (const { missing } of holed) {
    yield* forEachPart(table.rows, (from, to) => {
      for (let row = from; row < to; row++) if (missing[row] === 1 && gaps[row] < 2) gaps[row]++
    })
  }
  let best = { most: '', alone: 0 }
  for (const { name, missing } of holed) {
    let alone = 0
    yield* forEachPart(among?.length ?? table.rows, (from, to) => {
      for (let i = from; i < to; i++) {
        const row = among ? among[i] : i
        if (missing[row] === 1 && gaps[row] === 1) alone++
      }
    })
    if (alone > best.alone) best = { most: name, alone }
  }
  return best
}
