import { AppError, mostColumns, unpackedLimit } from '#core'
import type { Row, SourceOptions } from './source'

/** The most bytes of a file that becomes one text: the engine of JavaScript has none that is much longer. */
export const MOST_TEXT = 500_000_000

/** The bytes that a cell or a row takes beside its text. */
const BYTES = 8

/** The cells after which it is estimated what the whole file makes, and the multiple of the limit beyond which the estimate is enough. */
const ESTIMATED_AFTER = 500_000
const ESTIMATE = 4

/**
 * Passes on the rows of a file as long as they are within what a file of its size may unpack to: sparse rows and repeated cells make a table
 * of any size out of few bytes. `partRead` returns the part of the file that was read, from 0 to 1; 0 where it is not known.
 * Throws: data, for a row that is too wide, and beyond the limit.
 */
export async function* withinLimits(
  rows: AsyncIterable<Row>,
  { name, size }: Pick<SourceOptions, 'name' | 'size'>,
  partRead: () => number
): AsyncGenerator<Row, void> {
  const limit = unpackedLimit(size)
  let [bytes, cells, number] = [0, 0, 0]
  let isEstimated = false
  for await (const row of rows) {
    requireColumns(row.length, ++number)
    cells += row.length
    bytes += BYTES
    for (const cell of row) bytes += BYTES + cell.length
    if (bytes > limit) throw tooLarge(name, cells, bytes)
    if (!isEstimated && cells > ESTIMATED_AFTER && partRead() > 0) {
      isEstimated = true
      const times = 1 / partRead()
      if (bytes * times > ESTIMATE * limit) throw tooLarge(name, Math.round(cells * times), bytes * times)
    }
    yield row
  }
}

function tooLarge(name: string, cells: number, bytes: number): AppError {
  return new AppError('data.rows-too-large', { name, cells, megabytes: Math.floor(bytes / 1e6) })
}

/** Requires that rows of so many cells are within the limit, before they are made. Throws: data. */
export function requireRows(rows: number, columns: number, { name, size }: Pick<SourceOptions, 'name' | 'size'>): void {
  const cells = rows * columns
  const bytes = BYTES * (rows + cells)
  if (bytes > unpackedLimit(size)) throw tooLarge(name, cells, bytes)
}

/** Requires that a row is not too wide, before it is made. Throws: data. */
export function requireColumns(columns: number, row: number): void {
  if (columns > mostColumns) throw new AppError('data.too-many-columns', { row, actual: columns, limit: mostColumns })
}
