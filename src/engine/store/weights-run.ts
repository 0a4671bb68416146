import { basename, extname } from 'node:path'
import {
  AppError,
  createTrainer,
  freshOptimizerState,
  hasMemory,
  historyColumns,
  isJsonObject,
  isSame,
  notesOnSeal,
  parseSettings,
  precisionOf,
  readModel,
  readTraining,
  requireTensors,
  targetCount,
  weightFormatNames,
  weightFormats,
  type History,
  type JsonObject,
  type MachineFactory,
  type Note,
  type Pipeline,
  type Prepared,
  type Settings,
  type StoredModel,
  type TrainingRecord,
  type WeightFormatName,
  type SavedRun
} from '#core'
import { readWhole } from '../../node/files/read-whole'
import { weightsStart } from '../../node/files/weights-start'
import { readError } from '../../node/files/system-errors'

/** Weights that a run is to go on from. */
export interface OpenedWeights extends TrainingRecord {
  readonly model: StoredModel
  readonly metadata: JsonObject
  readonly notes: readonly Note[]
}

/** Reads a file of weights of any format, recognized by its extension. Throws: data, when it cannot be read; format; spec. */
export async function readWeights(path: string): Promise<OpenedWeights> {
  const format = formatOf(path)
  const file = weightFormats[format].read(await bytesOf(path, format))
  const model = readModel(file)
  return { model, ...readTraining(file.metadata, model), metadata: file.metadata, notes: notesOnSeal(file) }
}

async function bytesOf(path: string, format: WeightFormatName): Promise<Uint8Array> {
  try {
    return await readWhole(path, 'weights', { before: weightsStart[format] })
  } catch (error) {
    throw readError(basename(path), error)
  }
}

function formatOf(path: string): WeightFormatName {
  const ending = extname(path).toLowerCase()
  const format = weightFormatNames.find((name) => `.${weightFormats[name].extension}` === ending)
  if (!format) throw new AppError('request.weights-kind', { name: basename(path) })
  return format
}

/** The settings to go on with: those the weights were trained with, or as much of them as the file tells, and else those chosen. */
export function settingsOf({ model, settings, metadata }: OpenedWeights, chosen: Settings): Settings {
  if (settings) return settings
  const { network, loss, pipeline, parameters } = model
  const { features, targets, missing, encode, scaling } = pipeline
  return parseSettings({
    ...chosen,
    targets: targets.map(({ name }) => name),
    task: { classes: 'classification', label: 'multilabel', number: 'regression' }[targets[0].kind],
    features: features.map(({ name }) => name),
    missing,
    encode,
    scale: scaling,
    hidden: network.layers.slice(0, -1).map(({ units, activation }) => ({ units, activation })),
    bias: network.bias ?? true,
    loss: { ...(metadata.loss as JsonObject), kind: loss.kind },
    precision: precisionOf(parameters[0].W),
    ...(isJsonObject(metadata.seeds) ? { seeds: metadata.seeds } : {})
  })
}

/**
 * The run that goes on from weights: as if it had never stopped where the file has what that takes, else from their epoch with an
 * optimizer without memory, which is told, and the figures of this moment.
 * Throws: request.weights-fit, naming the first figure in which the open data are not those the weights were trained on.
 */
export function runFrom(
  { model, epoch, build, continuation, notes }: OpenedWeights,
  prepared: Prepared,
  settings: Settings,
  machine: MachineFactory
): SavedRun {
  requireSame(model.pipeline, prepared.pipeline)
  requireTensors(prepared.network, model.parameters)
  const { parameters } = model
  const builds = build === null ? [] : [build]
  const statusAt = (step: number, epochs: number) => (step === 0 ? 'idle' : epochs < settings.epochs ? 'paused' : 'finished')
  if (continuation) {
    const { step, epoch: epochs } = continuation.state
    return { ...continuation, status: statusAt(step, epochs), seconds: 0, builds, notes }
  }
  const trainer = createTrainer(prepared, settings, machine, { parameters })
  try {
    const batches = Math.ceil(targetCount(prepared.train.targets) / settings.batchSize)
    return {
      state: {
        epoch,
        step: epoch * batches,
        rowsDone: 0,
        parameters,
        optimizer: freshOptimizerState(settings.optimizer, parameters),
        history: shifted(trainer.history.slice(), epoch)
      },
      status: statusAt(epoch, epoch),
      seconds: 0,
      builds,
      notes: epoch > 0 && hasMemory(settings.optimizer) ? [...notes, { code: 'note.memory-afresh', details: {} }] : notes
    }
  } finally {
    trainer.release()
  }
}

/** The figures as those of a later epoch; what was before it is not known. */
function shifted(history: History, epochs: number): History {
  const shift = (figures: Float64Array): Float64Array => Float64Array.from([...new Array<number>(epochs).fill(NaN), ...figures])
  const columns = historyColumns.map((name) => [name, shift(history[name])] as const)
  const { validationLoss, validationMetric } = history
  return {
    ...(Object.fromEntries(columns) as unknown as History),
    ...(validationLoss ? { validationLoss: shift(validationLoss) } : {}),
    ...(validationMetric ? { validationMetric: shift(validationMetric) } : {})
  }
}

/** Makes sure that constants which were stored are those that the open data give. */
function requireSame(stored: Pipeline, here: Pipeline): void {
  compare('features', stored.features, here.features)
  compare('targets', stored.targets, here.targets)
}

function compare(what: string, stored: readonly { readonly name: string }[], here: readonly { readonly name: string }[]): void {
  if (stored.length !== here.length) throw unfit(what, stored.length, here.length)
  stored.forEach((one, index) => {
    for (const [key, value] of Object.entries(one)) {
      const other = (here[index] as unknown as Record<string, unknown>)[key]
      if (!isSame(value, other)) throw unfit(`${one.name} (${key})`, value, other)
    }
  })
}

function unfit(field: string, stored: unknown, here: unknown): AppError {
  const show = (value: unknown) => (typeof value === 'string' ? value : String(JSON.stringify(value))).slice(0, 80)
  return new AppError('request.weights-fit', { field, stored: show(stored), here: show(here) })
}
