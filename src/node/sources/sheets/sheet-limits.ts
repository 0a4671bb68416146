import { AppError } from '#core'

/** The most columns that a sheet of any program has. */
const MOST_COLUMNS = 16_384

/** The last row that a sheet can have. */
export const LAST_ROW = 1_048_576

/** Requires that a row with content is one that a sheet can have. Throws: data. */
export function requireRow(row: number): void {
  if (row > LAST_ROW) throw new AppError('data.sheet-too-long', { limit: LAST_ROW })
}

/** Puts a cell's text into a row, which grows up to it. Throws: data, beyond the columns that a sheet can have. */
export function putCell(row: string[], column: number, text: string): void {
  if (column >= MOST_COLUMNS) throw new AppError('data.sheet-too-wide', { limit: MOST_COLUMNS })
  while (row.length < column) row.push('')
  row[column] = text
}
