import type { ClassCount, ColumnSummary, Note, ReadFormat, Task, ToySource, ReadingRequest } from '#core'

export interface SampleInfo {
  /** The stored name, the file's name without its ending. */
  readonly name: string
  readonly rows: number
  readonly columns: number
  readonly target: string
  readonly task: Task
  readonly licence: string
  readonly source: string
}

/** The loaded table, as the page shows it. */
export interface DataSummary {
  readonly origin: 'sample' | 'file' | 'toy'
  /** The sample's name, the file's name without its folder, or the toy data set's reference. */
  readonly name: string
  /** Parameters of a toy dataset. */
  readonly toy?: ToySource
  readonly sha256: string
  readonly rows: number
  readonly columns: readonly ColumnSummary[]
  /** Format in which it was read, given or detected; and the requested options of a table that can be read again. */
  readonly format: ReadFormat
  readonly reading?: ReadingRequest
  readonly notes: readonly Note[]
}

/** The table after the settings were applied: what the network is fed. */
export interface PreparedSummary {
  readonly trainRows: number
  readonly validationRows: number
  readonly testRows: number
  readonly droppedRows: number
  /** Names of the network's inputs, in order: a column's own, `column=value`, or `column is missing`. */
  readonly inputs: readonly string[]
  /** Classification: the classes in order, with how many rows each has, and what each counts in the loss where that is not 1. */
  readonly classes?: readonly ClassCount[]
  readonly classWeights?: readonly number[]
  /** Labels: how many rows say yes to each. */
  readonly labels?: readonly ClassCount[]
  readonly notes: readonly Note[]
}
