import { createColumn } from '../data/create-column'
import type { Table } from '../data/table'
import { AppError } from '../messages/app-error'
import type { Matrix, Precision } from '../tensor/matrix'
import type { Note } from '../messages/catalogue'
import { runToEnd } from '../tasks/task'
import { notesOnCellsTask, inputsOf } from './apply'
import { cellsOf } from './cells'
import type { Pipeline } from './pipeline'

/** One sample as the network is fed it. */
export interface SampleRow {
  /** [1, inputs]. */
  readonly X: Matrix
  /** What is to be said: a cell that was filled in, a category that is not known. */
  readonly notes: readonly Note[]
}

export interface SampleRowOptions {
  readonly pipeline: Pipeline
  /** By the feature's name, as they would stand in a file with plain numbers (1234.5). What is not given is missing. */
  readonly cells: Readonly<Record<string, string>>
  /** How the table that was trained on is written: what stands for a missing value. */
  readonly format: Table['format']
  readonly precision: Precision
}

/**
 * Feeds one sample that was typed through a pipeline.
 * Throws: data, when a cell is no number that should be one, or is missing where rows with missing cells are dropped.
 */
export function sampleRow({ pipeline, cells, format, precision }: SampleRowOptions): SampleRow {
  const columns = pipeline.features.map(({ name, kind, fill }) => {
    const value = Object.hasOwn(cells, name) ? cells[name] : ''
    const column = createColumn(name, [value], { missing: format.missing, ...(kind === 'text' ? { kind } : {}) })
    const isMissing = column.missing[0] === 1
    if (isMissing && fill === null) throw new AppError('data.sample-missing', { name })
    if (!isMissing && kind === 'number' && !Number.isFinite(cellsOf(column, kind).values[0])) {
      throw new AppError('data.sample-number', { name, value })
    }
    return column
  })
  const table: Table = { columns, rows: 1, lines: Int32Array.of(1), format, notes: [] }
  const rows = Int32Array.of(0)
  return { X: inputsOf(pipeline, table, rows, precision), notes: runToEnd(notesOnCellsTask(pipeline, table, rows)) }
}
