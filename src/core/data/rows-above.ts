import { AppError } from '../messages/app-error'
import type { Arranged } from './layout'
import { numberIn } from './find-header'
import { listOfNames } from './listing'
import type { RaggedRows } from './read-options'
import type { CsvRecord } from './records'
import { findTop } from './table-top'

/**
 * Finds rows above the table that are as wide as it or nearly so, such as the settings of an instrument (`Record Length,2500`) or a
 * title of a spreadsheet. Where they
 * are as wide, nothing in the file tells for certain, and a note asks; else they are dropped on request.
 * Throws: data, when there are such rows of another width and they must not be dropped.
 */
export function dropRowsAbove(records: readonly CsvRecord[], ragged: RaggedRows, isAbsent: (trimmed: string) => boolean): Arranged {
  const names = findTop(records, isAbsent)?.names ?? 0
  const above = records.slice(0, names)
  const isUneven = 2 * above.filter(({ cells }) => cells.length !== records[names].cells.length).length > names
  if (names === 0 || !(isUneven || areSettings(above) || areTitles(above))) return { records, notes: [] }
  const { line, cells } = records[names]
  const details = { row: line, names: listOfNames(cells.map((cell) => cell.trim())), count: names, value: above[0].cells[0].trim(), skip: line - 1 }
  if (!isUneven) return { records, notes: [{ code: 'note.rows-above', details }] }
  if (ragged === 'cancel') throw new AppError('data.rows-above', details)
  return { records: records.slice(names), notes: [{ code: 'note.skipped-above', details }] }
}

/** Whether no row has more than half of its cells filled, as a spreadsheet saves a title above a table. */
function areTitles(rows: readonly CsvRecord[]): boolean {
  return rows.every(({ cells }) => 2 * cells.filter((cell) => cell.trim() !== '').length <= cells.length)
}

/** Whether all rows begin with a word, and most have a number behind it. */
function areSettings(rows: readonly CsvRecord[]): boolean {
  const isNumber = (cell: string) => !Number.isNaN(numberIn(cell))
  const withNumber = rows.filter(({ cells }) => cells.slice(1).some(isNumber))
  return rows.length > 1 && 2 * withNumber.length >= rows.length && rows.every(({ cells }) => cells[0].trim() !== '' && !isNumber(cells[0]))
}
