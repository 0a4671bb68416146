import { inputNames } from '../preparation/pipeline'
import type { RunRecord } from '../runs/run-record'
import type { NetworkSpec } from '../network/spec'
import type { EpochWeights } from '../train/trainer-state'
import { limits } from '../settings/limits'
import { parseSettings, type Settings } from '../settings/settings'
import { isJsonObject, type JsonObject } from './json'
import { settingsObject } from './settings-json'
import { storedTensors } from './stored-parameters'
import { fieldError, type WeightsFile } from './weights-file'

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
 * output · scale + mean of the target. `target` is the first of `targets`. With `training`, the epoch of the weights and the settings,
 * the run can be continued.
 */
export function modelMetadata({ network, loss, pipeline, settings, build }: DescribedRun, epoch: number): JsonObject {
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
    ...(reading ? { reading: { ...reading } } : {}),
    network: networkJson(network),
    loss: { ...loss },
    seeds: { split: seeds.split, init: seeds.init, shuffle: seeds.shuffle },
    build: { app: build.app, engine: build.engine },
    training: { epoch, settings: settingsObject(settings) }
  }
}

/** Returns a network as stored, with an explicit bias. */
export function networkJson({ inputs, layers, bias = true }: NetworkSpec) {
  return { inputs, layers: layers.map(({ units, activation }) => ({ units, activation })), bias }
}

/** Requires metadata of a network's weights, in a known version. Throws: format. */
export function requireModelMetadata(metadata: JsonObject): void {
  for (const [key, expected] of Object.entries(header)) {
    if (metadata[key] !== expected) throw fieldError(`metadata.${key}`, metadata[key], JSON.stringify(expected))
  }
}

/** Returns a run's weights with their description, for any of the formats. */
export function weightsFileOf(run: DescribedRun, { epoch, parameters }: EpochWeights): WeightsFile {
  return { tensors: storedTensors(parameters), metadata: modelMetadata(run, epoch) }
}

/** The training that weights come from, as far as their file records it. */
export interface TrainingRecord {
  readonly epoch: number
  /** Null in files of versions that did not store them. */
  readonly settings: Settings | null
  /** The build of the arithmetic. */
  readonly build: string | null
}

/** Returns the training recorded in a description. Throws: format; spec. */
export function readTraining({ training, build }: JsonObject): TrainingRecord {
  const known = isJsonObject(training) ? training : null
  return {
    epoch: known ? epochIn(known) : 0,
    settings: known?.settings ? parseSettings(known.settings) : null,
    build: isJsonObject(build) && typeof build.engine === 'string' ? build.engine : null
  }
}

function epochIn({ epoch }: JsonObject): number {
  const isEpoch = typeof epoch === 'number' && Number.isInteger(epoch) && epoch >= 0 && epoch <= limits.epochs
  if (!isEpoch) throw fieldError('training.epoch', epoch, `0–${limits.epochs}`)
  return epoch
}
