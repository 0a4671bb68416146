import type { Column, Table } from '../data/table'
import type { Details, Note } from '../messages/catalogue'
import type { CooperativeTask } from '../tasks/task'
import { duplicateRowsTask, someAreSame, type RepeatedRows } from './duplicate-rows'

/** From this part of the training rows on, repeats are told: in most tables some rows are alike by chance. */
const TOLD = 0.02

/**
 * Returns notes on test rows that also occur in training, and on training rows that repeat an earlier one, in the chosen columns. `whole` is 1
 * where some are identical in every column of the table, so that they are the same row twice rather than rows that look alike.
 */
export function* notesOnDuplicates(table: Table, chosen: readonly Column[], train: Int32Array, test: Int32Array): CooperativeTask<Note[]> {
  const found = yield* duplicateRowsTask(chosen, train, test)
  const detailsOf = ({ rows, firsts }: RepeatedRows, total: number): Details => ({
    count: rows.length,
    percent: Number(((100 * rows.length) / total).toPrecision(2)),
    row: table.lines[rows[0]],
    other: table.lines[firsts[0]],
    whole: someAreSame(table.columns, { rows, firsts }) ? 1 : 0
  })
  const notes: Note[] = []
  if (found.test.rows.length > 0) notes.push({ code: 'note.duplicate-rows', details: detailsOf(found.test, test.length) })
  if (found.train.rows.length > TOLD * train.length)
    notes.push({ code: 'note.repeated-rows', details: detailsOf(found.train, train.length) })
  return notes
}
