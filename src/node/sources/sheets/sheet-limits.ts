import { AppError } from '#core'

/** The most columns that a sheet of any program has. */
const MOST_COLUMNS = 16_384

/** Puts a cell's text into a row, which grows up to it. Throws: data, beyond the columns that a sheet can have. */
export function putCell(row: string[], column: number, text: string): void {
  if (column >= MOST_COLUMNS) throw new AppError('data.sheet-too-wide', { limit: MOST_COLUMNS })
  while (row.length < column) row.push('')
  row[column] = text
}
