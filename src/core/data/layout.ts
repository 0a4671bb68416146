import { AppError } from '../messages/app-error'
import type { Note } from '../messages/catalogue'
import { listOf } from './listing'
import { parseCell } from './number'
import type { RaggedRows, Separator } from './read-options'
import type { CsvRecord } from './records'
import { mostFrequent } from './most-frequent'
import { showSeparator } from './separator'

/** Rows lack the last field by intent when at least this fraction of them do. */
const shortPart = 0.9

/** Rows of a file, with notes on what was removed. */
export interface Arranged {
  readonly records: readonly CsvRecord[]
  readonly notes: readonly Note[]
}

/** Maximum number of columns; with more, the separator or the line ends are most likely misdetected. */
export const mostColumns = 100_000

/** Maximum length of a row and of a field in characters; a longer one most likely has a quote that is closed too late. */
const longestRow = 16 * 1024 * 1024
export const longestField = 1024 * 1024

/**
 * Refuses rows that are too long, have too many fields or a field that is too long. Throws: data, for the first such row.
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
 * Removes a last column that exists only because each row ends with a separator: empty in all rows, and without a name.
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

/** Removes empty cells at the end of a header, below which no row has anything. */
export function dropEmptyNames([first, ...body]: readonly CsvRecord[]): readonly CsvRecord[] {
  const width = 1 + first.cells.findLastIndex((cell) => cell.trim() !== '')
  const isLonger = width > 0 && width < first.cells.length && body.length > 0
  const areEmpty = isLonger && body.every(({ cells }) => areBlank(cells.slice(width)))
  return areEmpty ? [{ ...first, cells: first.cells.slice(0, width) }, ...body] : [first, ...body]
}

export function areBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** Whether nearly all rows have one field fewer than the header has names, and no row any other number, as LabVIEW leaves out comments. */
export function lackLast([first, ...body]: readonly CsvRecord[]): boolean {
  const width = first.cells.length
  const short = body.filter(({ cells }) => cells.length === width - 1).length
  const whole = body.filter(({ cells }) => cells.length === width).length
  return width > 2 && short + whole === body.length && short >= shortPart * body.length && short > 1
}

/** Adds an empty last cell to the rows that have one fewer than the first. */
export function withLast(records: readonly CsvRecord[]): readonly CsvRecord[] {
  const width = records[0].cells.length
  return records.map((record) => (record.cells.length === width - 1 ? { ...record, cells: [...record.cells, ''] } : record))
}

/** Adds a name for the names of rows to a header. */
export function withRowNames([first, ...body]: readonly CsvRecord[]): readonly CsvRecord[] {
  return [{ ...first, cells: ['row_names', ...first.cells] }, ...body]
}

/** Whether each row begins with one field more than the header has names, and a different one, as R writes the names of rows. */
export function haveRowNames([first, ...body]: readonly CsvRecord[]): boolean {
  const isName = (cell: string) => cell.trim() !== '' && Number.isNaN(parseCell(cell.trim()))
  const isWider = body.length > 0 && body.every(({ cells }) => cells.length === first.cells.length + 1)
  return isWider && first.cells.every(isName) && new Set(body.map(({ cells }) => cells[0].trim())).size === body.length
}

/**
 * Removes the rows above a table (a title, a date): rows at the beginning with at most half as many fields as most rows have.
 * Throws: data, when there are such rows and they must not be dropped.
 */
export function dropPreamble(records: readonly CsvRecord[], ragged: RaggedRows): Arranged {
  const width = mostFrequent(records.map(({ cells }) => cells.length))
  const count = records.findIndex(({ cells }) => 2 * cells.length > width)
  const later = records.slice(count).filter(({ cells }) => cells.length === width).length
  if (count <= 0 || later <= count) return { records, notes: [] }
  const above = records.slice(0, count)
  const details = { rows: listOf(above.map(({ line }) => line)), fields: above[0].cells.length, expected: width, count, skip: records[count].line - 1 }
  if (ragged === 'cancel') throw new AppError('data.preamble', details)
  return { records: records.slice(count), notes: [{ code: 'note.preamble', details }] }
}
