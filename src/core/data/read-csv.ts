import { runToEnd } from '../tasks/task'
import { ReadAgain, type Learnt } from './read-again'
import type { ReadOptions } from './read-options'
import type { Table } from './table'
import { TableReader } from './table-reader'

export { ReadAgain, type Learnt } from './read-again'
export { RowSampler, type RowSample } from './row-sample'
export { TableReader, type TableReaderOptions } from './table-reader'

/**
 * Reads a table from the bytes of a CSV file. Options that are not given are detected from the file; blank lines are ignored.
 * Cells of a numeric column that are not numbers are only noted here; they become an error when the column is used.
 * Throws: data, with row and column.
 */
export function readCsv(bytes: Uint8Array, options: ReadOptions = {}): Table {
  for (let learnt: Learnt = {}; ; ) {
    try {
      return readOnce(bytes, options, learnt)
    } catch (error) {
      if (!(error instanceof ReadAgain)) throw error
      learnt = { ...learnt, ...error.learnt }
    }
  }
}

function readOnce(bytes: Uint8Array, options: ReadOptions, learnt: Learnt): Table {
  const reader = new TableReader(options, learnt)
  reader.push(bytes)
  return runToEnd(reader.finish())
}
