import { cellText, columnNamed, type Table } from '../data/table'
import { LabError } from '../errors'
import { zeros, type Matrix, type Precision } from '../tensor/matrix'
import type { Note } from '../texts'
import { cellDetails, cellsOf, requireNumbers, type Cells } from './cells'
import { completeRows } from './complete-rows'
import { inputCount, type FeatureConstants, type Pipeline } from './pipeline'

/** A table's rows as a network's inputs. */
export interface Applied {
  /** [rows, inputs]. */
  readonly X: Matrix
  /** The rows in the table, from 0, and the physical line of each. */
  readonly rows: Int32Array
  readonly lines: Int32Array
  /** How many rows were left out because a feature is missing. */
  readonly dropped: number
  readonly notes: readonly Note[]
}

export interface ApplyOptions {
  /** Row numbers in the table, from 0; all rows unless given. */
  readonly rows?: Int32Array
  /** How X is stored; f64 unless given. */
  readonly precision?: Precision
}

/**
 * Feeds rows through a pipeline: the one transformation for training rows, test rows and rows of another file.
 * A category that was not seen in training leaves all its inputs 0, or counts as −1 where it is a number, and is noted. The targets'
 * columns need not be there.
 * Throws: data, when a feature's column is not there, or a cell is no number that should be one.
 */
export function applyPipeline(pipeline: Pipeline, table: Table, options: ApplyOptions = {}): Applied {
  const { precision = 'f64' } = options
  const cells = pipeline.features.map((feature) => cellsOf(columnNamed(table, feature.name), feature.kind))
  for (const one of cells) requireNumbers(table, one)
  const needed = cells.filter((_, f) => pipeline.features[f].fill === null).map(({ column }) => column)
  const { rows, dropped, notes } = completeRows(table, needed, options.rows)
  return {
    X: inputsOf(pipeline, table, rows, precision),
    rows,
    lines: rows.map((row) => table.lines[row]),
    dropped,
    notes: [...notes, ...notesOnCells(pipeline, table, rows)]
  }
}

/**
 * The inputs of rows that are known to be complete and of numbers where they must be.
 * Shapes: [rows, inputs]. Throws: data, when a number is too large for the precision.
 */
export function inputsOf({ features }: Pipeline, table: Table, rows: Int32Array, precision: Precision): Matrix {
  const X = zeros(rows.length, features.reduce((count, feature) => count + inputCount(feature), 0), precision)
  let input = 0
  for (const feature of features) {
    writeFeature({ X, input, table, rows }, feature, cellsOf(columnNamed(table, feature.name), feature.kind))
    input += inputCount(feature)
  }
  return X
}

/** What is to be said of the cells of rows that a pipeline takes: how many are filled in, and which texts it does not know. */
export function notesOnCells({ features }: Pipeline, table: Table, rows: Int32Array): Note[] {
  return features.flatMap((feature) => {
    const { name, kind, fill, encode } = feature
    const column = columnNamed(table, name)
    const place = (row: number) => cellDetails(table, column, row)
    const missing = fill === null ? [] : rows.filter((row) => column.missing[row] === 1)
    const known = new Set(feature.categories)
    const isUnseen = (row: number) => column.missing[row] === 0 && !known.has(cellText(column, row))
    const unseen = kind === 'text' ? rows.filter(isUnseen) : []
    const notes: Note[] = []
    if (missing.length > 0) {
      notes.push({ code: 'note.filled', details: { name, count: missing.length, row: place(missing[0]).row, value: fill ?? '' } })
    }
    if (unseen.length > 0) {
      const { row, value } = place(unseen[0])
      const code = encode === 'ordinal' ? 'note.unseen-ordinal' : 'note.unseen-category'
      notes.push({ code, details: { name, count: unseen.length, row, value } })
    }
    return notes
  })
}

/** Where a feature's inputs go. */
interface Destination {
  readonly X: Matrix
  /** The first of its inputs. */
  readonly input: number
  readonly table: Table
  readonly rows: Int32Array
}

function writeFeature(to: Destination, feature: FeatureConstants, cells: Cells): void {
  const { column } = cells
  const isOneHot = feature.kind === 'text' && feature.encode === 'one-hot'
  if (isOneHot) writeOneHot(to, feature, cells)
  else writeNumber(to, feature, cells, feature.kind === 'number' ? numberAt(feature, cells) : placeAt(feature, cells))
  if (!feature.indicator) return
  const { X, rows } = to
  const at = to.input + inputCount(feature) - 1
  rows.forEach((row, i) => (X.data[i * X.columns + at] = column.missing[row]))
}

function numberAt({ fill }: FeatureConstants, { column, values }: Cells): (row: number) => number {
  return (row) => (column.missing[row] === 1 ? Number(fill) : values[row])
}

/** The place of a row's category, −1 where it has none. */
function placeAt({ categories, fill }: FeatureConstants, { column }: Cells): (row: number) => number {
  const places = new Map(categories.map((category, place) => [category, place]))
  return (row) => places.get(column.missing[row] === 1 ? String(fill) : cellText(column, row)) ?? -1
}

function writeNumber({ X, input, table, rows }: Destination, { mean, scale }: FeatureConstants, { column }: Cells, valueAt: (row: number) => number): void {
  rows.forEach((row, i) => {
    const at = i * X.columns + input
    X.data[at] = (valueAt(row) - mean) / scale
    if (!Number.isFinite(X.data[at])) throw new LabError('data.out-of-range', cellDetails(table, column, row))
  })
}

function writeOneHot({ X, input, rows }: Destination, feature: FeatureConstants, cells: Cells): void {
  const placeOf = placeAt(feature, cells)
  rows.forEach((row, i) => {
    const place = placeOf(row)
    if (place >= 0) X.data[i * X.columns + input + place] = 1
  })
}
