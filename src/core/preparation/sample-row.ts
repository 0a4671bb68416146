import { createColumn } from '../data/create-column'
import { formatOfColumn, notationExpected } from '../data/expected-format'
import type { Reading } from '../data/reading'
import type { Column, Table } from '../data/table'
import { AppError } from '../messages/app-error'
import type { Matrix, Precision } from '../tensor/matrix'
import type { Note } from '../messages/catalogue'
import { runToEnd } from '../tasks/task'
import { inputsOf, notesOnNewRowsTask } from './apply'
import { cellsOf } from './cells'
import type { Pipeline } from './pipeline'

/** One sample as network input. */
export interface SampleRow {
  /** [1, inputs]. */
  readonly X: Matrix
  /** Notes on filled-in cells, categories in another spelling or unknown, and numbers far outside those of training. */
  readonly notes: readonly Note[]
}

export interface SampleRowOptions {
  readonly pipeline: Pipeline
  /** By feature name, as in the file trained on, or with plain numbers (1234.5). A cell that is not given is missing. */
  readonly cells: Readonly<Record<string, string>>
  /** Format of the table trained on, for its missing-value tokens. */
  readonly format: Table['format']
  readonly precision: Precision
}

/**
 * Applies a pipeline to one typed-in sample.
 * Throws: data, when a cell is not a number that should be one, or is missing where rows with missing cells are dropped.
 */
export function sampleRow({ pipeline, cells, format, precision }: SampleRowOptions): SampleRow {
  const columns = pipeline.features.map(({ name, kind, fill }) => {
    const value = Object.hasOwn(cells, name) ? cells[name] : ''
    const column = typedColumn(name, value, { missing: format.missing, ...(kind === 'text' ? { kind } : readingOf(pipeline, name)) })
    const isMissing = column.missing[0] === 1
    if (isMissing && fill === null) throw new AppError('data.sample-missing', { name })
    if (!isMissing && kind === 'number' && !Number.isFinite(cellsOf(column, kind).values[0])) {
      throw new AppError('data.sample-number', { name, value })
    }
    return column
  })
  const table: Table = { columns, rows: 1, lines: Int32Array.of(1), format, notes: [] }
  const rows = Int32Array.of(0)
  return { X: inputsOf(pipeline, table, rows, precision), notes: runToEnd(notesOnNewRowsTask(pipeline, table, rows)) }
}

/** The numbers, dates and durations of a feature as the file trained on has them. */
function readingOf({ reading }: Pipeline, name: string): Reading {
  if (reading?.kinds.some(([column, kind]) => column === name && kind === 'duration')) return { kind: 'duration' }
  return { notation: notationExpected(reading?.format, name), expectedDates: formatOfColumn(reading?.format, name).dates }
}

/** A typed cell as its column has it; a number that is none there, such as 9.2 among decimal commas or seconds among durations, is a plain one. */
function typedColumn(name: string, value: string, reading: Reading): Column {
  const column = createColumn(name, [value], reading)
  const isPlain = reading.notation === undefined && reading.kind !== 'duration'
  const isRead = column.missing[0] === 1 || isPlain || Number.isFinite(column.values[0])
  return isRead
    ? column
    : createColumn(name, [value], { ...reading, notation: undefined, kind: reading.kind === 'duration' ? 'number' : reading.kind })
}
