import { typeOfMoments } from '../data/column-type'
import { expectedFormat } from '../data/expected-format'
import type { ColumnKind } from '../data/read-options'
import { gatherIntegers } from '../data/gather'
import { columnNamed, type Column, type Table } from '../data/table'
import { AppError } from '../messages/app-error'
import type { NetworkSpec } from '../network/spec'
import { lossOf, type LossSpec } from '../nn/losses'
import { gatherTargets, type Targets } from '../nn/targets'
import type { Matrix } from '../tensor/matrix'
import type { Note } from '../messages/catalogue'
import { runToEnd, type CooperativeTask } from '../tasks/task'
import { inputsTask } from './apply'
import { cellsOf, checkNumbers } from './cells'
import { effectsOf } from '../settings/change'
import { weightedLoss } from './class-weights'
import { countClasses, countYes, notesOnClasses, type ClassCount } from './class-counts'
import { completeRowsTask } from './complete-rows'
import { featureConstantsTask, targetConstantsTask, preparationOf } from './constants'
import { labelsTask, targetsTask, type Labels } from './labels'
import { inputNames, type FeatureConstants, type Pipeline, type TargetConstants } from './pipeline'
import { limits } from '../settings/limits'
import type { Settings } from '../settings/settings'
import { notesOnCellsTask } from './notes-on-cells'
import { notesOnDuplicates } from './notes-on-duplicates'
import { notesOnSingleLabels } from './single-labels'
import { partitionTask, type Partition } from './split'
import { usableLosses } from './suggest'
import { notesOnTellingFeatures } from './telling-features'

export type { ClassCount } from './class-counts'

/** One part of the split, in file order. */
export interface Dataset {
  /** [rows, inputs]. */
  readonly X: Matrix
  readonly targets: Targets
  /** Index of each row in the table, from 0. */
  readonly rows: Int32Array
  /** Physical line of each row. */
  readonly lines: Int32Array
}

/** A table prepared for training by the settings. */
export interface Prepared {
  readonly pipeline: Pipeline
  /** The name of each input: a column's own, `column=value`, or `column is missing`. */
  readonly inputs: readonly string[]
  readonly train: Dataset
  readonly test: Dataset
  /** Empty where no validation rows are requested. */
  readonly validation: Dataset
  readonly network: NetworkSpec
  /** The loss with its class weights. */
  readonly loss: LossSpec
  /** Number of rows dropped because a chosen column is missing. */
  readonly droppedRows: number
  /** Classification: the classes in order, with their numbers of rows in each part. */
  readonly classCounts: readonly ClassCount[] | null
  /** Labels: the number of rows with each. */
  readonly labelCounts: readonly ClassCount[] | null
  readonly notes: readonly Note[]
}

/** Minimum number of training rows: one has no deviation. */
const fewestTrainingRows = 2

/** Computes `prepareTask` at once. */
export function prepare(table: Table, settings: Settings): Prepared {
  return runToEnd(prepareTask(table, settings))
}

/**
 * Splits, fills in, encodes and scales a table by the settings; all constants come from the training rows alone. The inputs themselves
 * are computed on first access.
 * Throws: spec or data, when the settings do not fit the table.
 */
export function* prepareTask(table: Table, settings: Settings): CooperativeTask<Prepared> {
  const { features, targets } = chooseColumns(table, settings)
  const needed = features.filter(({ name }) => preparationOf(settings, name).missing === 'drop')
  for (const column of [...features, ...targets]) yield* checkNumbers(table, cellsOf(column, column.kind))
  const complete = yield* completeRowsTask(table, [...needed, ...targets])
  requireRows(complete.rows.length, 0, complete.dropped)
  const labels: Labels[] = []
  for (const target of targets) labels.push(yield* labelsTask(table, target, complete.rows, settings.task))
  requireLoss(settings, labels)
  const classes = labels[0].kind === 'classes' ? labels[0].indices : null
  const partition = yield* partitionTask({ table, rows: complete.rows, classes }, settings)
  requireRows(partition.train.length, partition.test.length, complete.dropped)
  const rows = {
    train: gatherIntegers(complete.rows, partition.train),
    test: gatherIntegers(complete.rows, partition.test),
    validation: gatherIntegers(complete.rows, partition.validation)
  }
  const pipeline = yield* fitPipeline({ table, features, targets, labels, rows: rows.train }, settings)
  const inputs = inputNames(pipeline)
  const encoded = yield* targetsTask(labels, pipeline.targets, settings.loss, settings.precision)
  const datasetOf = function* (part: keyof Partition): CooperativeTask<Dataset> {
    const X = yield* inputsTask(pipeline, table, rows[part], settings.precision)
    return { X, rows: rows[part], lines: gatherIntegers(table.lines, rows[part]), targets: gatherTargets(encoded, partition[part]) }
  }
  const train = yield* datasetOf('train')
  const test = yield* datasetOf('test')
  const validation = yield* datasetOf('validation')
  const classCounts = yield* countClasses(labels[0], partition)
  return {
    pipeline,
    inputs,
    train,
    test,
    validation,
    network: networkFor(inputs.length, settings, pipeline),
    loss: weightedLoss(settings, classCounts),
    droppedRows: complete.dropped,
    classCounts,
    labelCounts: yield* countYes(labels, settings.targets, partition),
    notes: [
      ...complete.notes,
      ...(yield* notesOnCellsTask(pipeline, table, complete.rows)),
      ...notesOnSingleLabels(table, settings.targets[0], labels[0], complete.rows),
      ...notesOnClasses(settings.targets[0], classCounts ?? []),
      ...(yield* notesOnTellingFeatures(settings.targets[0], features, labels[0], complete.rows)),
      ...(yield* notesOnDuplicates(table, [...features, ...targets], rows.train, rows.test))
    ]
  }
}

/** Whether two settings prepare a table alike, but for the network and its loss. */
export function preparesAlike(one: Settings, other: Settings): boolean {
  return !effectsOf(one, other).has('data')
}

/** Prepares the same rows for another network. Throws: spec, when the settings name weights of unknown classes. */
export function withNetwork(prepared: Prepared, settings: Settings): Prepared {
  const { inputs, pipeline, classCounts } = prepared
  return { ...prepared, network: networkFor(inputs.length, settings, pipeline), loss: weightedLoss(settings, classCounts) }
}

/** Estimates the number of cells that `prepareTask` processes. */
export function cellsToPrepare({ rows }: Table, { features, targets }: Settings): number {
  return rows * (5 * features.length + 3 * targets.length + 6)
}

interface FitInput {
  readonly table: Table
  readonly features: readonly Column[]
  readonly targets: readonly Column[]
  readonly labels: readonly Labels[]
  /** The training rows. */
  readonly rows: Int32Array
}

/** Computes all constants from the training rows. Throws: data, when there are too many inputs. */
function* fitPipeline({ table, features, targets, labels, rows }: FitInput, settings: Settings): CooperativeTask<Pipeline> {
  const featureList: FeatureConstants[] = []
  for (const column of features)
    featureList.push(yield* featureConstantsTask({ table, column, rows }, preparationOf(settings, column.name)))
  const targetList: TargetConstants[] = []
  for (const [t, column] of targets.entries())
    targetList.push(yield* targetConstantsTask({ table, column, rows }, labels[t], settings.scaleTargets))
  const format = expectedFormat(table.format, [...features, ...targets])
  const pipeline: Pipeline = {
    features: featureList,
    targets: targetList,
    scaling: settings.scale,
    missing: settings.missing,
    encode: settings.encode,
    reading: {
      missing: table.format.missing,
      kinds: features.map((column) => [column.name, kindOf(column)]),
      ...(format ? { format } : {})
    }
  }
  const count = inputNames(pipeline).length
  if (count > limits.inputs) throw new AppError('data.too-many-inputs', { count, limit: limits.inputs })
  return pipeline
}

/** Returns the type in which another file's column of this name is read. */
function kindOf(column: Column): ColumnKind {
  return column.asked ?? typeOfMoments(column) ?? column.kind
}

function chooseColumns(table: Table, settings: Settings): { features: Column[]; targets: Column[] } {
  const targets = settings.targets.map((name) => columnNamed(table, name))
  const features = settings.features.map((name) => columnNamed(table, name))
  if (targets.length === 0) throw new AppError('spec.no-target')
  if (targets.length > 1 && settings.task === 'classification') {
    throw new AppError('spec.several-classes', { count: targets.length, targets: settings.targets.join(', ') })
  }
  const second = targets.find((column, i) => targets.indexOf(column) !== i)
  if (second) throw new AppError('spec.target-twice', { name: second.name })
  if (features.length === 0) throw new AppError('spec.no-features')
  const both = features.find((column) => targets.includes(column))
  if (both) throw new AppError('spec.target-is-feature', { target: both.name })
  const seen = new Set<Column>()
  const twice = features.find((column) => seen.size === seen.add(column).size)
  if (twice) throw new AppError('spec.feature-twice', { name: twice.name })
  const { split } = settings
  if (split.kind === 'column' && [...features, ...targets].some(({ name }) => name === split.column)) {
    throw new AppError('spec.split-column', { name: split.column })
  }
  return { features, targets }
}

function requireRows(train: number, test: number, dropped: number): void {
  if (train < fewestTrainingRows) throw new AppError('data.too-few-rows', { train, test, dropped })
}

function requireLoss({ task, loss, targets }: Settings, [first]: readonly Labels[]): void {
  const classes = first.kind === 'classes' ? first.names.length : 0
  const usable = usableLosses(task, classes)
  if (usable.includes(loss.kind)) return
  throw new AppError('spec.loss-for-task', {
    loss: loss.kind,
    target: targets[0],
    usable: usable.join(', '),
    ...(first.kind === 'classes' ? { classes } : {})
  })
}

function networkFor(inputs: number, { hidden, bias, loss, dropout }: Settings, { targets }: Pipeline): NetworkSpec {
  const { targets: wanted, outputActivation } = lossOf(loss)
  const [first] = targets
  const units = wanted === 'classes' && first.kind === 'classes' ? first.classes.length : targets.length
  const dropped = dropout === 0 ? hidden : hidden.map((layer) => ({ ...layer, dropout }))
  return { inputs, layers: [...dropped, { units, activation: outputActivation ?? 'linear' }], bias }
}
