import { sortClasses, byCodePoint } from '../data/order'
import { momentsOf } from '../data/statistics'
import { columnNamed, type Column, type Table } from '../data/table'
import { LabError } from '../errors'
import type { NetworkSpec, LayerSpec } from '../network/spec'
import type { LossKind } from '../nn/losses'
import { gatherTargets, type Targets } from '../nn/targets'
import { zeros, type Matrix, type Precision } from '../tensor/matrix'
import type { Note } from '../texts'
import {
  applyPipeline,
  cellDetails,
  completeRows,
  inputNames,
  type FeatureConstants,
  type Pipeline,
  type TargetConstants
} from './pipeline'
import { limits, type Scaling, type Settings } from './settings'
import { splitRows } from './split'
import { usableLosses } from './suggest'

/** One side of the split, in file order. */
export interface Dataset {
  /** [rows, inputs]. */
  readonly X: Matrix
  readonly targets: Targets
  /** The physical line of each row. */
  readonly lines: Int32Array
}

/** A table and settings made ready for a network. */
export interface Prepared {
  readonly pipeline: Pipeline
  /** The name of each input: a number column's own, or `column=value`. */
  readonly inputs: readonly string[]
  readonly train: Dataset
  readonly test: Dataset
  readonly network: NetworkSpec
  /** How many rows were left out because a chosen column is missing. */
  readonly droppedRows: number
  /** Classification: the classes in order, with how many rows each has on either side. */
  readonly classCounts: readonly { readonly name: string; readonly train: number; readonly test: number }[] | null
  readonly notes: readonly Note[]
}

/** At least this many training rows are needed: one has no deviation. */
const fewestTrainingRows = 2

/**
 * Splits, scales and encodes a table as the settings say; every constant comes from the training rows alone.
 * Throws: spec or data, when the settings and the table do not fit.
 */
export function prepare(table: Table, settings: Settings): Prepared {
  const { features, target } = chooseColumns(table, settings)
  const complete = completeRows(table, [...features, target])
  const labels = readTarget(table, target, complete.rows, settings)
  requireLoss(settings, labels)
  const split = splitRows(complete.rows.length, settings.test, settings.seeds.split, labels.kind === 'classes' ? labels.indices : null)
  if (split.train.length < fewestTrainingRows) {
    throw new LabError('data.too-few-rows', { train: split.train.length, test: split.test.length, dropped: complete.dropped })
  }
  const rowsOf = (side: Int32Array) => side.map((i) => complete.rows[i])
  const trainRows = rowsOf(split.train)
  const pipeline: Pipeline = {
    features: features.map((column) => featureConstants(column, trainRows, settings.scale)),
    target: targetConstants(target, labels, split.train),
    scaling: settings.scale,
    missing: 'drop'
  }
  const inputs = inputNames(pipeline)
  if (inputs.length > limits.inputs) throw new LabError('data.too-many-inputs', { count: inputs.length, limit: limits.inputs })
  const { precision } = settings
  const targets = encodeTargets(labels, pipeline.target, settings.loss.kind, precision)
  const train = applyPipeline(pipeline, table, { rows: trainRows, precision })
  const test = applyPipeline(pipeline, table, { rows: rowsOf(split.test), precision })
  const classCounts = countClasses(labels, split)
  return {
    pipeline,
    inputs,
    train: { X: train.X, lines: train.lines, targets: gatherTargets(targets, split.train) },
    test: { X: test.X, lines: test.lines, targets: gatherTargets(targets, split.test) },
    network: networkFor(inputs.length, settings, pipeline.target),
    droppedRows: complete.dropped,
    classCounts,
    notes: [...complete.notes, ...test.notes, ...notesOnClasses(target.name, classCounts ?? [])]
  }
}

function chooseColumns(table: Table, settings: Settings): { features: Column[]; target: Column } {
  const target = columnNamed(table, settings.target)
  const features = settings.features.map((name) => columnNamed(table, name))
  if (features.length === 0) throw new LabError('spec.no-features')
  if (features.includes(target)) throw new LabError('spec.target-is-feature', { target: target.name })
  const twice = features.find((column, i) => features.indexOf(column) !== i)
  if (twice) throw new LabError('spec.feature-twice', { name: twice.name })
  return { features, target }
}

/** The target of the complete rows, in file order. */
type Labels =
  | { readonly kind: 'classes'; readonly names: readonly string[]; readonly indices: Int32Array }
  | { readonly kind: 'number'; readonly values: Float64Array }

function readTarget(table: Table, column: Column, rows: Int32Array, { task }: Settings): Labels {
  return task === 'classification' ? readClasses(column, rows) : readNumbers(table, column, rows)
}

function readClasses(column: Column, rows: Int32Array): Labels {
  const cells = Array.from(rows, (row) => column.cells[row].trim())
  const names = sortClasses(new Set(cells))
  if (names.length === 1) throw new LabError('data.one-class', { name: column.name, value: names[0] })
  if (names.length > limits.classes) {
    throw new LabError('data.too-many-classes', { name: column.name, count: names.length, limit: limits.classes })
  }
  const places = new Map(names.map((name, i) => [name, i]))
  return { kind: 'classes', names, indices: Int32Array.from(cells, (cell) => places.get(cell) ?? 0) }
}

function readNumbers(table: Table, column: Column, rows: Int32Array): Labels {
  if (column.kind === 'text') {
    const { name, row, value } = cellDetails(table, column, Math.max(0, column.missing.indexOf(0)))
    throw new LabError('data.text-target', { name, row, value })
  }
  const values = Float64Array.from(rows, (row) => column.values[row])
  if (values.length > 1 && values.every((value) => value === values[0])) {
    throw new LabError('data.constant-target', { name: column.name, value: values[0] })
  }
  return { kind: 'number', values }
}

function requireLoss({ task, loss, target }: Settings, labels: Labels): void {
  const classes = labels.kind === 'classes' ? labels.names.length : 0
  const usable = usableLosses(task, classes)
  if (usable.includes(loss.kind)) return
  throw new LabError('spec.loss-for-task', {
    loss: loss.kind,
    target,
    usable: usable.join(', '),
    ...(labels.kind === 'classes' ? { classes } : {})
  })
}

function featureConstants(column: Column, rows: Int32Array, scaling: Scaling): FeatureConstants {
  const { name, kind } = column
  if (kind === 'text') {
    const categories = [...new Set(Array.from(rows, (row) => column.cells[row].trim()))].sort(byCodePoint)
    return { name, kind, mean: 0, scale: 1, categories }
  }
  const values = Float64Array.from(rows, (row) => column.values[row])
  return { name, kind, ...scalingConstants(values, scaling), categories: [] }
}

/** What a number is shifted and divided by; a spread of 0 counts as 1. */
function scalingConstants(values: Float64Array, scaling: Scaling): { mean: number; scale: number } {
  if (scaling === 'none') return { mean: 0, scale: 1 }
  const { mean, deviation, minimum, maximum } = momentsOf(values)
  return scaling === 'standard'
    ? { mean, scale: deviation || 1 }
    : { mean: minimum, scale: maximum - minimum || 1 }
}

function targetConstants({ name }: Column, labels: Labels, train: Int32Array): TargetConstants {
  return labels.kind === 'classes'
    ? { kind: 'classes', name, classes: labels.names }
    : { kind: 'number', name, ...scalingConstants(train.length > 0 ? pick(labels.values, train) : labels.values, 'standard') }
}

function pick(values: Float64Array, indices: Int32Array): Float64Array {
  return Float64Array.from(indices, (i) => values[i])
}

function encodeTargets(labels: Labels, constants: TargetConstants, loss: LossKind, precision: Precision): Targets {
  if (labels.kind === 'classes' && loss === 'softmax-cross-entropy') return { kind: 'classes', classes: labels.indices }
  // Binary cross-entropy: 1 for the second class.
  const numbers = labels.kind === 'classes' ? labels.indices : labels.values
  const { mean, scale } = constants.kind === 'number' ? constants : { mean: 0, scale: 1 }
  const values = zeros(numbers.length, 1, precision)
  numbers.forEach((number, i) => {
    values.data[i] = (number - mean) / scale
  })
  return { kind: 'values', values }
}

function networkFor(inputs: number, { hidden, bias, loss }: Settings, target: TargetConstants): NetworkSpec {
  const classes = target.kind === 'classes' ? target.classes.length : 1
  const outputs: Readonly<Record<LossKind, LayerSpec>> = {
    'softmax-cross-entropy': { units: classes, activation: 'linear' },
    'binary-cross-entropy': { units: 1, activation: 'sigmoid' },
    'mean-squared-error': { units: 1, activation: 'linear' }
  }
  return { inputs, layers: [...hidden, outputs[loss.kind]], bias }
}

function countClasses(labels: Labels, split: { train: Int32Array; test: Int32Array }): Prepared['classCounts'] {
  if (labels.kind === 'number') return null
  const count = (side: Int32Array) => {
    const counts = labels.names.map(() => 0)
    for (const i of side) counts[labels.indices[i]]++
    return counts
  }
  const train = count(split.train)
  const test = count(split.test)
  return labels.names.map((name, i) => ({ name, train: train[i], test: test[i] }))
}

function notesOnClasses(name: string, counts: NonNullable<Prepared['classCounts']>): Note[] {
  return counts
    .filter(({ train }) => train === 0)
    .map((entry) => ({ code: 'note.missing-class', details: { name, value: entry.name } }))
}
