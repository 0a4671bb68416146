import type { Table } from '../data/table'
import { listOfNames } from '../data/listing'
import { forwardTask, outputsOf } from '../network/forward'
import type { Parameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import { runToEnd, type CooperativeTask } from '../tasks/task'
import type { Matrix, Precision } from '../tensor/matrix'
import type { Note } from '../messages/catalogue'
import { applyPipelineTask } from './apply'
import type { Pipeline } from './pipeline'

/** A trained network and its preprocessing. */
export interface Predictor {
  readonly network: NetworkSpec
  /** Their storage type is the precision of the computation. */
  readonly parameters: Parameters
  readonly pipeline: Pipeline
}

/** A network's predictions for rows of a table. */
export interface PredictedRows {
  /** The rows of the table that have a prediction, from 0. */
  readonly rows: Int32Array
  /** [rows, outputs]. */
  readonly outputs: Matrix
  /** Notes on the table: dropped rows, filled-in values, unknown categories, unused columns. */
  readonly notes: readonly Note[]
}

/**
 * Predicts the rows of a table, which may be another than the one trained on, by a pipeline and a network.
 * Throws: data, when a feature's column is missing, or a cell is not a number that should be one.
 */
export function predict(predictor: Predictor, table: Table): PredictedRows {
  return runToEnd(predictTask(predictor, table))
}

/** The same, part by part; it yields cells and multiplications. */
export function* predictTask({ network, parameters, pipeline }: Predictor, table: Table): CooperativeTask<PredictedRows> {
  const precision: Precision = parameters[0].W.data instanceof Float32Array ? 'f32' : 'f64'
  const { X, rows, notes } = yield* applyPipelineTask(pipeline, table, { precision })
  const outputs = outputsOf(yield* forwardTask(network, parameters, X))
  return { rows, outputs, notes: [...notes, ...notesOnColumns(pipeline, table)] }
}

function notesOnColumns({ features, targets }: Pipeline, { columns }: Table): Note[] {
  const known = new Set([...features, ...targets].map(({ name }) => name))
  const unused = columns.filter(({ name }) => !known.has(name)).map(({ name }) => name)
  return unused.length === 0 ? [] : [{ code: 'note.unused-columns', details: { count: unused.length, names: listOfNames(unused) } }]
}
