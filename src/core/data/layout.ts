import { AppError } from '../messages/app-error'
import type { Note } from '../messages/catalogue'
import { listOf } from './listing'
import type { RaggedRows, Separator } from './read-options'
import type { CsvRecord } from './records'
import { mostFrequent, showSeparator } from './separator'

/** Rows of a file, and what had to be taken away to get them. */
export interface Arranged {
  readonly records: readonly CsvRecord[]
  readonly notes: readonly Note[]
}

/** The largest number of columns; a file with more is rather one whose separator or line ends are mistaken. */
const mostColumns = 10_000

/** The longest row and the longest field in characters; a longer one rather has a quote that is closed too late. */
const longestRow = 16 * 1024 * 1024
export const longestField = 1024 * 1024

/**
 * Throws: data, for the first row that is too long, or has too many fields or a field that is too long to be meant so.
 */
export function refuseHugeRows(records: readonly CsvRecord[]): void {
  for (const { cells, line } of records) {
    if (cells.length > mostColumns) {
      throw new AppError('data.too-many-columns', { row: line, actual: cells.length, limit: mostColumns })
    }
    if (cells.reduce((length, cell) => length + cell.length + 1, 0) > longestRow) {
      throw new AppError('data.row-too-long', { row: line })
    }
    const column = cells.findIndex((cell) => cell.length > longestField) + 1
    if (column > 0) throw new AppError('data.field-too-long', { row: line, column })
  }
}

/**
 * The rows without a last column that is there because each row ends with a separator: empty in all rows, and without a
 * name.
 */
export function dropTrailingColumn(records: readonly CsvRecord[], separator: Separator): Arranged {
  const [first, ...body] = records
  const width = body[0]?.cells.length ?? 0
  const endsEmpty = (cells: readonly string[]) => cells.length === width && cells[width - 1].trim() === ''
  const isTrailing = width > 1 && body.every(({ cells }) => endsEmpty(cells))
  if (!isTrailing || !(first.cells.length === width - 1 || endsEmpty(first.cells))) return { records, notes: [] }
  const shorter = records.map(({ cells, line }) => ({ cells: cells.slice(0, width - 1), line }))
  return { records: shorter, notes: [{ code: 'note.trailing-separator', details: { separator: showSeparator(separator) } }] }
}

/**
 * The rows without those above a table (a title, a date): rows at the beginning with at most half as many fields as most
 * rows have.
 * Throws: data, when there are such rows and they are not to be dropped.
 */
export function dropPreamble(records: readonly CsvRecord[], ragged: RaggedRows): Arranged {
  const width = mostFrequent(records.map(({ cells }) => cells.length))
  const count = records.findIndex(({ cells }) => 2 * cells.length > width)
  const later = records.slice(count).filter(({ cells }) => cells.length === width).length
  if (count <= 0 || later <= count) return { records, notes: [] }
  const above = records.slice(0, count)
  const details = { rows: listOf(above.map(({ line }) => line)), fields: above[0].cells.length, expected: width, count }
  if (ragged === 'cancel') throw new AppError('data.preamble', details)
  return { records: records.slice(count), notes: [{ code: 'note.preamble', details }] }
}
