import { fieldError } from '../settings/field-error'
import { inputNames, type FeatureReading } from '../preparation/pipeline'
import type { RunRecord } from '../runs/run-record'
import type { NetworkSpec } from '../network/spec'
import { activationOf } from '../nn/activations'
import type { EpochWeights } from '../train/trainer-state'
import { limits } from '../settings/limits'
import { parseSettings, type Settings } from '../settings/settings'
import { requireSettingsOf, type StoredModel } from '../verify/settings'
import { continuationText, readContinuation, type Continuation } from './continuation'
import { isJsonObject, type JsonObject } from './json'
import { settingsObject } from './settings-json'
import { storedTensors } from './stored-parameters'
import { type WeightsFile } from './weights-file'

/** Header of the metadata in every format; a later, incompatible version has another number. */
const header = {
  format: 'backprop-lab-weights',
  version: 1,
  /** W[i][j] is the weight from input i to unit j. */
  layout: 'in,out'
} as const

/** The part of a run that its weights are described by. */
export type DescribedRun = Pick<RunRecord, 'network' | 'loss' | 'pipeline' | 'settings' | 'build'>

/**
 * Returns the metadata in every weights file. With the tensors they suffice for a prediction:
 * a missing value is replaced by `fill`, where that is not null; a number's input is (value − mean) / scale; a text has one input for each
 * category, 1 where it matches, or with encode `ordinal` the one input (index of the category, from 0, − mean) / scale; with `indicator`
 * one more input follows, 1 where the value is missing; the inputs are in the order of `inputs`; every layer computes
 * activation(input · W + b). Classes: the loss determines how outputs become probabilities (softmax of the scores, or the sigmoid output
 * as the probability of the second class). Labels: each output is the probability of the second of the target's classes. Numbers:
 * output · scale + mean of the target. `target` is the first of `targets`. With `training`, the epoch of the weights, the settings and,
 * unless it is too large, the state of the run (continuation.ts), the run can be continued.
 */
export function modelMetadata(
  { network, loss, pipeline, settings, build }: DescribedRun,
  epoch: number,
  state: string | null = null
): JsonObject {
  const { features, targets, missing, encode, scaling, reading } = pipeline
  const { seeds } = settings
  const [first] = targets
  const { mean, scale } = first.kind === 'number' ? first : { mean: 0, scale: 1 }
  return {
    ...header,
    features: features.map((feature) => ({ ...feature })),
    inputs: inputNames(pipeline),
    target: { name: first.name, kind: first.kind, mean, scale },
    classes: first.kind === 'classes' ? first.classes : [],
    targets: targets.map((target) => ({ ...target })),
    preparation: { missing, encode, scaling },
    ...(reading ? { reading: readingJson(reading) } : {}),
    network: networkJson(network),
    loss: { ...loss },
    seeds: { split: seeds.split, init: seeds.init, shuffle: seeds.shuffle },
    build: { app: build.app, engine: build.engine },
    training: { epoch, settings: settingsObject(settings), ...(state === null ? {} : { state }) }
  }
}

/** Returns a network as stored: with an explicit bias, and the constants of each activation that has any. */
export function networkJson({ inputs, layers, bias = true }: NetworkSpec) {
  return { inputs, layers: layers.map(({ units, activation }) => ({ units, activation, ...activationOf(activation).constants })), bias }
}

/** Requires metadata of a network's weights, in a known version. Throws: format. */
export function requireModelMetadata(metadata: JsonObject): void {
  for (const [key, expected] of Object.entries(header)) {
    if (metadata[key] !== expected) throw fieldError(`metadata.${key}`, metadata[key], JSON.stringify(expected))
  }
}

/** Returns the weights that are a run's result with their description, for any of the formats; with what it goes on from, where given. */
export function weightsFileOf(run: DescribedRun, result: EpochWeights, continuation?: Continuation): WeightsFile {
  const state = continuation ? continuationText(continuation, result) : null
  return { tensors: storedTensors(result.parameters), metadata: modelMetadata(run, result.epoch, state) }
}

/** The training that weights come from, as far as their file records it. */
export interface TrainingRecord {
  readonly epoch: number
  /** Null in files of versions that did not store them. */
  readonly settings: Settings | null
  /** The build of the arithmetic. */
  readonly build: string | null
  /** The state the run goes on from; null in files of versions that did not store it, and where it was too large. */
  readonly continuation: Continuation | null
}

/** Returns the training recorded in a description of a model, which must be the model that its settings make. Throws: format; spec. */
export function readTraining({ training, build }: JsonObject, model: StoredModel): TrainingRecord {
  const known = isJsonObject(training) ? training : null
  const settings = known?.settings ? parseSettings(known.settings) : null
  if (settings) requireSettingsOf(model, settings)
  const state = known?.state
  if (state !== undefined && typeof state !== 'string') throw fieldError('training.state', state, 'base64')
  return {
    epoch: known ? epochIn(known) : 0,
    settings,
    build: isJsonObject(build) && typeof build.engine === 'string' ? build.engine : null,
    continuation: state !== undefined && settings ? readContinuation(state, model.parameters, settings) : null
  }
}

function epochIn({ epoch }: JsonObject): number {
  const isEpoch = typeof epoch === 'number' && Number.isInteger(epoch) && epoch >= 0 && epoch <= limits.epochs
  if (!isEpoch) throw fieldError('training.epoch', epoch, `0–${limits.epochs}`)
  return epoch
}

/** Returns the import options of a model's file as stored. */
export function readingJson(reading: FeatureReading): JsonObject {
  return JSON.parse(JSON.stringify(reading)) as JsonObject
}
