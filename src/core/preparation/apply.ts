import { columnNamed, type Table } from '../data/table'
import { AppError } from '../messages/app-error'
import { lazyMatrix } from '../tensor/lazy-matrix'
import type { Matrix, Numbers, Precision } from '../tensor/matrix'
import type { Note } from '../messages/catalogue'
import { runToEnd, forEachPart, type CooperativeTask } from '../tasks/task'
import { cellDetails, cellsOf, checkNumbers, type Cells } from './cells'
import { codedTexts } from './coded-texts'
import { completeRowsTask } from './complete-rows'
import { notesOnFarCellsTask } from './far-outside'
import { findCategories } from './known-categories'
import { notesOnCellsTask } from './notes-on-cells'
import { inputCount, type FeatureConstants, type Pipeline } from './pipeline'

/** A table's rows as a network's inputs. */
export interface Applied {
  /** [rows, inputs]. */
  readonly X: Matrix
  /** The rows in the table, from 0, and the physical line of each. */
  readonly rows: Int32Array
  readonly lines: Int32Array
  /** Number of rows dropped because a feature is missing. */
  readonly dropped: number
  readonly notes: readonly Note[]
}

export interface ApplyOptions {
  /** Row numbers in the table, from 0; all rows unless given. */
  readonly rows?: Int32Array
  /** Storage precision of X; f64 unless given. */
  readonly precision?: Precision
}

/**
 * Applies a pipeline to rows: the one transformation for training rows, test rows and rows of another file.
 * A category not seen in training is the one known that differs from it in spelling alone; else it leaves all its inputs 0, or counts as −1
 * with ordinal encoding. Either is noted, as are numbers far outside those of training. The targets' columns may be missing.
 * Throws: data, when a feature's column is missing, or a cell is not a number that should be one.
 */
export function applyPipeline(pipeline: Pipeline, table: Table, options: ApplyOptions = {}): Applied {
  return runToEnd(applyPipelineTask(pipeline, table, options))
}

/** The same, part by part; it yields cells. */
export function* applyPipelineTask(pipeline: Pipeline, table: Table, options: ApplyOptions = {}): CooperativeTask<Applied> {
  const { precision = 'f64' } = options
  const cells = pipeline.features.map((feature) => cellsOf(columnNamed(table, feature.name), feature.kind))
  for (const one of cells) yield* checkNumbers(table, one)
  const needed = cells.filter((_, f) => pipeline.features[f].fill === null).map(({ column }) => column)
  const { rows, dropped, notes } = yield* completeRowsTask(table, needed, options.rows)
  const { columns, data } = yield* inputsTask(pipeline, table, rows, precision)
  return {
    X: { rows: rows.length, columns, data },
    rows,
    lines: rows.map((row) => table.lines[row]),
    dropped,
    notes: [...notes, ...(yield* notesOnNewRowsTask(pipeline, table, rows))]
  }
}

/** Returns notes on the cells of rows that were not there in training. */
export function* notesOnNewRowsTask(pipeline: Pipeline, table: Table, rows: Int32Array): CooperativeTask<Note[]> {
  return [...(yield* notesOnCellsTask(pipeline, table, rows)), ...(yield* notesOnFarCellsTask(pipeline, table, rows))]
}

/**
 * Computes the inputs of rows that are known to be complete, with numbers where they must be.
 * Shapes: [rows, inputs]. Throws: data, when a number is too large for the precision.
 */
export function inputsOf(pipeline: Pipeline, table: Table, rows: Int32Array, precision: Precision): Matrix {
  const X = runToEnd(inputsTask(pipeline, table, rows, precision))
  return { rows: X.rows, columns: X.columns, data: X.data }
}

/** Checks the inputs now and computes them on first access; see lazyMatrix. */
export function* inputsTask(pipeline: Pipeline, table: Table, rows: Int32Array, precision: Precision): CooperativeTask<Matrix> {
  const width = pipeline.features.reduce((count, feature) => count + inputCount(feature), 0)
  const stored = precision === 'f32' ? Math.fround : (x: number) => x
  for (const feature of pipeline.features) yield* requireFinite(feature, table, rows, stored)
  return lazyMatrix(rows.length, width, precision, (into, at) => writeInputs({ into, at, width, rows }, pipeline, table))
}

/** Requires finite inputs. Scaling is monotonic: where the smallest and the largest number stay finite, all do. */
function* requireFinite(feature: FeatureConstants, table: Table, rows: Int32Array, stored: (x: number) => number): CooperativeTask<void> {
  if (feature.kind === 'text') return
  const { mean, scale } = feature
  const { column, values } = cellsOf(columnNamed(table, feature.name), 'number')
  const fill = Number(feature.fill)
  const { missing } = column
  const isFinite = (x: number) => Number.isFinite(stored((x - mean) / scale))
  let [smallest, largest] = [Infinity, -Infinity]
  yield* forEachPart(rows.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const x = missing[rows[i]] === 1 ? fill : values[rows[i]]
      if (x < smallest) smallest = x
      if (x > largest) largest = x
    }
  })
  if (rows.length === 0 || (isFinite(smallest) && isFinite(largest))) return
  const first = rows.find((row) => !isFinite(missing[row] === 1 ? fill : values[row])) ?? 0
  throw new AppError('data.out-of-range', cellDetails(table, column, first))
}

/** Destination of inputs: those of the i-th row from `at + i · width` on. */
interface Destination {
  readonly into: Numbers
  readonly at: number
  readonly width: number
  readonly rows: Int32Array
}

/** Writes the inputs of the rows from index `from` up to, but not including, `to`, which are 0 before. */
type FeatureWriter = (from: number, to: number) => void

/** Rows whose inputs are written feature by feature: few enough to stay in the processor's cache. */
const rowsTogether = 256

function* writeInputs(destination: Destination, { features }: Pipeline, table: Table): CooperativeTask<void> {
  const { into, at, width, rows } = destination
  const writers: FeatureWriter[] = []
  let input = 0
  for (const feature of features) {
    const to = { ...destination, at: at + input }
    const cells = cellsOf(columnNamed(table, feature.name), feature.kind)
    writers.push(feature.kind === 'number' ? numberWriter(to, feature, cells) : textWriter(to, feature, cells))
    input += inputCount(feature)
    if (feature.indicator) writers.push(indicatorWriter({ ...to, at: at + input - 1 }, cells))
  }
  for (let from = 0; from < rows.length; from += rowsTogether) {
    const to = Math.min(rows.length, from + rowsTogether)
    into.fill(0, at + from * width, at + to * width)
    for (const write of writers) write(from, to)
    if (from % (16 * rowsTogether) === 0) yield 16 * rowsTogether * features.length
  }
}

function numberWriter(
  { into, at, width, rows }: Destination,
  { fill, mean, scale }: FeatureConstants,
  { column, values }: Cells
): FeatureWriter {
  const { missing } = column
  const filled = Number(fill)
  return (from, to) => {
    for (let i = from; i < to; i++) into[at + i * width] = ((missing[rows[i]] === 1 ? filled : values[rows[i]]) - mean) / scale
  }
}

function textWriter({ into, at, width, rows }: Destination, feature: FeatureConstants, { column }: Cells): FeatureWriter {
  const { categories, fill, encode, mean, scale } = feature
  const { codes, distinct } = codedTexts(column)
  const { missing } = column
  const { places: placeOfCode } = findCategories(categories, distinct)
  const placeOfFill = categories.indexOf(String(fill))
  const placeAt = (row: number) => (missing[row] === 1 ? placeOfFill : placeOfCode[codes[row]])
  if (encode === 'ordinal') {
    return (from, to) => {
      for (let i = from; i < to; i++) into[at + i * width] = (placeAt(rows[i]) - mean) / scale
    }
  }
  return (from, to) => {
    for (let i = from; i < to; i++) {
      const place = placeAt(rows[i])
      if (place >= 0) into[at + i * width + place] = 1
    }
  }
}

function indicatorWriter({ into, at, width, rows }: Destination, { column }: Cells): FeatureWriter {
  const { missing } = column
  return (from, to) => {
    for (let i = from; i < to; i++) into[at + i * width] = missing[rows[i]]
  }
}
