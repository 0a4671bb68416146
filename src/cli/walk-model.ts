import {
  AppError,
  applyPipeline,
  dropoutMasks,
  epochOrder,
  gatherRows,
  knownTargets,
  learningRateFactors,
  parseNumber,
  piecesOf,
  precisionOf,
  prepare,
  type NetworkSpec,
  type Settings,
  type StoredExperiment,
  type StoredModel,
  type Table,
  type WalkProblem
} from '#core'
import type { LoadedData } from '../node/files/data-file'
import { loadModel } from '../node/files/model-file'
import { loadExperiment } from '../node/files/run-experiment'
import { settleFolder } from '../node/files/settle-folder'
import { printNotes } from './print-notes'
import { openData, type DataSource } from './data-source'
import { required, type Values } from './flag-values'
import { modelReading } from './model-reading'
import type { Reading } from './read-flags'
import { dataOfRun } from './run-data'
import type { CommandContext } from './report-error'

/** The step of a trained network that is walked, and what it is a step on. */
export interface ModelWalk {
  readonly problem: WalkProblem
  /** Of the data, without its folder. */
  readonly data: string
  /** The rows of the mini-batch as a person counts them, the first of the data being 1. */
  readonly rows: readonly number[]
}

/** The rows of a mini-batch in the table, from 0, and the step that they are taken in. */
interface Batch {
  readonly rows: Int32Array
  readonly learningRate: number
  /** From 1; seeds the dropout masks. */
  readonly step: number
}

/**
 * Finds the step that `walk --model` shows: the network of a run with its trained weights, a mini-batch of the run's data or of another file, prepared
 * as the run has learned to, and the step that the run's settings take on it with an optimizer that remembers nothing yet.
 * Throws: flag; spec; format; data.
 */
export async function modelWalk(values: Values, context: CommandContext): Promise<ModelWalk> {
  if (values.has('rows') && values.has('batch')) throw new AppError('flag.not-together', { flag: '--rows', other: '--batch' })
  const path = required(values, 'model')
  const asked = { rows: rowNumbers(values), batch: batchNumber(values) }
  printNotes(await settleFolder(path), context)
  const model = await loadModel(path)
  printNotes(model.notes, context)
  const experiment = await loadExperiment(path)
  const source = dataOfRun(values, experiment, path)
  const loaded = await openData(source, readingOf(source, experiment, model, values.has('data')), context)
  const { settings } = experiment
  const batch = asked.rows ? chosenRows(loaded.table, asked.rows, settings) : numberedBatch(loaded, asked.batch, model, experiment)
  return { problem: problemOf(model, settings, loaded.table, batch), data: loaded.name, rows: Array.from(batch.rows, (row) => row + 1) }
}

/**
 * Returns the import options of the run's own data, or those its model learned for other data; types asked for go with both. Toy data are
 * read as made.
 */
function readingOf(source: DataSource, { reading }: StoredExperiment, { pipeline }: StoredModel, isNamed: boolean): Reading {
  if (source.kind === 'toy') return {}
  const { missing, kinds } = reading
  return isNamed ? modelReading(source, pipeline, { ...(missing ? { missing } : {}), ...(kinds ? { kinds } : {}) }) : reading
}

const MOST_NUMBER = 1_000_000_000

function wholeNumber(text: string, field: string): number {
  const number = parseNumber(text.trim())
  if (Number.isInteger(number) && number >= 1 && number <= MOST_NUMBER) return number
  throw new AppError('spec.whole-number', { field, value: text.trim() === '' ? '""' : text, low: 1, high: MOST_NUMBER })
}

/** The numbers of the rows that --rows lists; null without it. Throws: spec. */
function rowNumbers(values: Values): number[] | null {
  const text = values.get('rows')
  return text === undefined ? null : piecesOf(text, ',').map((piece) => wholeNumber(piece, '--rows'))
}

/** The number of the mini-batch; the first unless given. Throws: spec. */
function batchNumber(values: Values): number {
  const text = values.get('batch')
  return text === undefined ? 1 : wholeNumber(text, '--batch')
}

function chosenRows({ rows: count }: Table, numbers: readonly number[], { learningRate }: Settings): Batch {
  const unknown = numbers.find((number) => number > count)
  if (unknown !== undefined) throw new AppError('data.no-row', { number: unknown, rows: count })
  return { rows: Int32Array.from(numbers, (number) => number - 1), learningRate, step: 1 }
}

/**
 * The N-th mini-batch of training, counted on from epoch to epoch: of the rows that the run was trained on, in the order of that epoch;
 * of other data all usable rows, in the order of the file.
 */
function numberedBatch({ table, sha256 }: LoadedData, number: number, model: StoredModel, { data, settings }: StoredExperiment): Batch {
  const isOwn = sha256 === data.sha256
  const rows = isOwn ? prepare(table, settings).train.rows : applyPipeline(model.pipeline, table).rows
  if (rows.length === 0) throw new AppError('data.no-batch')
  const size = Math.min(settings.batchSize, rows.length)
  const ofEpoch = Math.ceil(rows.length / size)
  const epoch = Math.floor((number - 1) / ofEpoch)
  const from = ((number - 1) % ofEpoch) * size
  const order = isOwn ? epochOrder(rows.length, settings.seeds.shuffle, epoch) : rows.map((_, index) => index)
  const chosen = order.slice(from, from + size).map((index) => rows[index])
  const moment = { epoch: epoch + from / rows.length, part: chosen.length / rows.length, epochs: settings.epochs }
  return { rows: chosen, learningRate: settings.learningRate * learningRateFactors(settings.schedule)(moment), step: number }
}

/** Throws: data, when a row of the batch cannot be used. */
function problemOf({ network, parameters, pipeline, loss }: StoredModel, settings: Settings, table: Table, batch: Batch): WalkProblem {
  const precision = precisionOf(parameters[0].W)
  const applied = applyPipeline(pipeline, table, { rows: batch.rows, precision })
  const places = Array.from(batch.rows, (row) => applied.rows.indexOf(row))
  const incomplete = places.findIndex((place) => place < 0)
  if (incomplete >= 0) throw new AppError('data.incomplete-row', { number: batch.rows[incomplete] + 1 })
  const objective = {
    loss: { ...settings.loss, ...(loss.classWeights ? { classWeights: loss.classWeights } : {}) },
    regularization: { l1: settings.l1, l2: settings.l2 }
  }
  const dropping = withDropout(network, settings)
  return {
    network: dropping,
    objective,
    parameters,
    batch: { X: gatherRows(applied.X, places), targets: knownTargets(pipeline, table, batch.rows, objective.loss, precision) },
    masks: dropoutMasks(dropping, batch.rows.length, settings.seeds.shuffle, batch.step, precision),
    optimizer: settings.optimizer,
    learningRate: batch.learningRate,
    clip: settings.clip
  }
}

/** A file of weights does not say how many units are dropped while training. */
function withDropout(network: NetworkSpec, { dropout }: Settings): NetworkSpec {
  if (dropout === 0) return network
  const last = network.layers.length - 1
  return { ...network, layers: network.layers.map((layer, l) => (l < last ? { ...layer, dropout } : layer)) }
}
