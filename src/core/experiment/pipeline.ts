import { unusableCells } from '../data/columns'
import { parseNumber } from '../data/number'
import { cellText, columnNamed, type Column, type Table } from '../data/table'
import { LabError } from '../errors'
import { zeros, type Matrix, type Precision } from '../tensor/matrix'
import type { Note } from '../texts'
import type { Scaling } from './settings'

/** What turns a feature's cells into inputs: (x − mean) / scale for a number, one input a category for a text. */
export interface FeatureConstants {
  readonly name: string
  readonly kind: 'number' | 'text'
  /** What is subtracted: the training mean, with minmax the training minimum, otherwise 0. */
  readonly mean: number
  /** What is divided by: the training deviation, with minmax the training range, otherwise 1; never 0. */
  readonly scale: number
  /** The trimmed texts seen in training, by code point; none for a number. */
  readonly categories: readonly string[]
}

/** What turns the target's cells into targets, and outputs back into the data's own units. */
export type TargetConstants =
  | { readonly kind: 'classes'; readonly name: string; readonly classes: readonly string[] }
  | { readonly kind: 'number'; readonly name: string; readonly mean: number; readonly scale: number }

/** Everything that was learned from the training rows in order to feed a network; plain JSON. */
export interface Pipeline {
  readonly features: readonly FeatureConstants[]
  readonly target: TargetConstants
  readonly scaling: Scaling
  readonly missing: 'drop'
}

/** The name of each input, in order: a number column's own, or `column=value`. */
export function inputNames({ features }: Pick<Pipeline, 'features'>): string[] {
  return features.flatMap(({ kind, name, categories }) =>
    kind === 'number' ? [name] : categories.map((category) => `${name}=${category}`)
  )
}

/** Rows in which no chosen column has a missing value. */
export interface CompleteRows {
  /** Row numbers in the table, from 0, ascending. */
  readonly rows: Int32Array
  readonly dropped: number
  /** Says how many rows were dropped and where the first missing value is; empty when none was. */
  readonly notes: readonly Note[]
}

/**
 * The rows (of all, or of those given) in which no chosen column has a missing value.
 * Throws: data, when a number column holds a cell that is no finite number, whatever the row.
 */
export function completeRows(table: Table, columns: readonly Column[], among?: Int32Array): CompleteRows {
  const candidates = among ?? Int32Array.from(table.lines, (_, row) => row)
  for (const column of columns) refuseUnusableCells(table, column)
  const rows = candidates.filter((row) => columns.every(({ missing }) => missing[row] === 0))
  const dropped = candidates.length - rows.length
  if (dropped === 0) return { rows, dropped, notes: [] }
  const first = candidates.find((row) => columns.some(({ missing }) => missing[row] === 1)) ?? 0
  const name = columns.find(({ missing }) => missing[first] === 1)?.name ?? ''
  const details = { count: dropped, total: candidates.length, row: table.lines[first], name }
  return { rows, dropped, notes: [{ code: 'note.dropped-rows', details }] }
}

function refuseUnusableCells(table: Table, column: Column): void {
  const { first, count } = unusableCells(column)
  if (count === 0) return
  throw new LabError(Number.isNaN(column.values[first]) ? 'data.not-a-number' : 'data.not-finite', {
    ...cellDetails(table, column, first),
    ...(count > 1 ? { more: count - 1 } : {})
  })
}

/** Where a cell stands and what it says, for messages. */
export function cellDetails(table: Table, column: Column, row: number) {
  return {
    row: table.lines[row],
    column: table.columns.findIndex(({ name }) => name === column.name) + 1,
    name: column.name,
    value: cellText(column, row)
  }
}

/** A table's rows as a network's inputs. */
export interface Applied {
  /** [rows, inputs]. */
  readonly X: Matrix
  /** The physical line of each row of X. */
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
 * A category that was not seen in training leaves all its inputs 0 and is noted. The target's column need not be there.
 * Throws: data, when a feature's column is not there, or a cell is no number that should be one.
 */
export function applyPipeline(pipeline: Pipeline, table: Table, options: ApplyOptions = {}): Applied {
  const { rows, precision = 'f64' } = options
  const columns = pipeline.features.map((feature) => readAs(feature.kind, columnNamed(table, feature.name)))
  const complete = completeRows(table, columns, rows)
  const X = zeros(complete.rows.length, inputNames(pipeline).length, precision)
  const notes = [...complete.notes]
  let input = 0
  pipeline.features.forEach((feature, f) => {
    if (feature.kind === 'number') {
      encodeNumber(X, input, feature, table, columns[f], complete.rows)
      input += 1
    } else {
      notes.push(...encodeText(X, input, feature, table, columns[f], complete.rows))
      input += feature.categories.length
    }
  })
  return { X, lines: complete.rows.map((row) => table.lines[row]), dropped: complete.dropped, notes }
}

/** The column as the pipeline reads it; another file's column may look different as a whole. */
function readAs(kind: Column['kind'], column: Column): Column {
  if (kind === column.kind) return column
  if (kind === 'text') return { ...column, kind, values: new Float64Array(0) }
  const values = Float64Array.from(column.missing, (isMissing, row) =>
    isMissing === 1 ? NaN : parseNumber(cellText(column, row))
  )
  return { ...column, kind, values }
}

function encodeNumber(
  X: Matrix,
  input: number,
  { mean, scale }: FeatureConstants,
  table: Table,
  column: Column,
  rows: Int32Array
): void {
  rows.forEach((row, i) => {
    const at = i * X.columns + input
    X.data[at] = (column.values[row] - mean) / scale
    if (!Number.isFinite(X.data[at])) throw new LabError('data.out-of-range', cellDetails(table, column, row))
  })
}

function encodeText(
  X: Matrix,
  input: number,
  { name, categories }: FeatureConstants,
  table: Table,
  column: Column,
  rows: Int32Array
): Note[] {
  const places = new Map(categories.map((category, i) => [category, i]))
  const unseen: number[] = []
  rows.forEach((row, i) => {
    const place = places.get(cellText(column, row))
    if (place === undefined) unseen.push(row)
    else X.data[i * X.columns + input + place] = 1
  })
  if (unseen.length === 0) return []
  const { row, value } = cellDetails(table, column, unseen[0])
  return [{ code: 'note.unseen-category', details: { name, count: unseen.length, row, value } }]
}
