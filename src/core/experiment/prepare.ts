import { columnNamed, type Column, type Table } from '../data/table'
import { LabError } from '../errors'
import type { NetworkSpec } from '../network/spec'
import { lossOf, type LossSpec } from '../nn/losses'
import { gatherTargets, type Targets } from '../nn/targets'
import type { Matrix } from '../tensor/matrix'
import type { Note } from '../texts'
import { featureConstants, targetConstants } from './constants'
import { encodeTargets, readLabels, type Labels } from './labels'
import { applyPipeline, completeRows, inputNames, type Pipeline, type TargetConstants } from './pipeline'
import { limits, type Settings } from './settings'
import { splitRows, type Split } from './split'
import { usableLosses } from './suggest'
import { weightedLoss } from './class-weights'

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
  /** The loss with the weight of each class worked out. */
  readonly loss: LossSpec
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
  requireRows(complete.rows.length, 0, complete.dropped)
  const labels = readLabels(table, target, complete.rows, settings.task)
  requireLoss(settings, labels)
  const classes = labels.kind === 'classes' ? labels.indices : null
  const split = splitRows(complete.rows.length, settings.test, settings.seeds.split, classes)
  requireRows(split.train.length, split.test.length, complete.dropped)
  const trainRows = split.train.map((i) => complete.rows[i])
  const testRows = split.test.map((i) => complete.rows[i])
  const pipeline: Pipeline = {
    features: features.map((column) => featureConstants({ table, column, rows: trainRows }, settings.scale)),
    target: targetConstants({ table, column: target, rows: trainRows }, labels),
    scaling: settings.scale,
    missing: 'drop'
  }
  const inputs = inputNames(pipeline)
  if (inputs.length > limits.inputs) {
    throw new LabError('data.too-many-inputs', { count: inputs.length, limit: limits.inputs })
  }
  const { precision } = settings
  const targets = encodeTargets(labels, pipeline.target, settings.loss, precision)
  const train = applyPipeline(pipeline, table, { rows: trainRows, precision })
  const test = applyPipeline(pipeline, table, { rows: testRows, precision })
  const classCounts = countClasses(labels, split)
  return {
    pipeline,
    inputs,
    train: { X: train.X, lines: train.lines, targets: gatherTargets(targets, split.train) },
    test: { X: test.X, lines: test.lines, targets: gatherTargets(targets, split.test) },
    network: networkFor(inputs.length, settings, pipeline.target),
    loss: weightedLoss(settings, classCounts),
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

function requireRows(train: number, test: number, dropped: number): void {
  if (train < fewestTrainingRows) throw new LabError('data.too-few-rows', { train, test, dropped })
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

function networkFor(inputs: number, { hidden, bias, loss, dropout }: Settings, target: TargetConstants): NetworkSpec {
  const { targets, outputActivation } = lossOf(loss)
  const units = targets === 'classes' && target.kind === 'classes' ? target.classes.length : 1
  const dropped = dropout === 0 ? hidden : hidden.map((layer) => ({ ...layer, dropout }))
  return { inputs, layers: [...dropped, { units, activation: outputActivation ?? 'linear' }], bias }
}

function countClasses(labels: Labels, split: Split): Prepared['classCounts'] {
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
