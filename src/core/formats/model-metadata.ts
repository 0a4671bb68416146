import { inputNames, type Pipeline } from '../preparation/pipeline'
import type { Settings } from '../settings/settings'
import type { NetworkSpec } from '../network/spec'
import type { LossSpec } from '../nn/losses'
import type { JsonObject } from './json'
import { fieldError } from './weights-file'

/** What the description says of itself, in every format: a later version that is read differently has another number. */
const header = {
  format: 'backprop-lab-weights',
  version: 1,
  /** W[i][j] belongs to input i and unit j. */
  layout: 'in,out'
} as const

/** Which program made a file: the app's version, and the build of the arithmetic that its bits depend on. */
export interface Build {
  readonly app: string
  readonly engine: string
}

/** What a network is, beside its numbers. */
export interface Model {
  readonly network: NetworkSpec
  readonly loss: LossSpec
  readonly pipeline: Pipeline
  readonly seeds: Settings['seeds']
  readonly build: Build
}

/**
 * The description in every file of weights. With the tensors it is all that a prediction takes:
 * a missing value is taken for `fill`, where that is not null; a number's input is (value − mean) / scale; a text has one input a
 * category, 1 where it matches, or with encode `ordinal` the one input (place among the categories, from 0 − mean) / scale; with
 * `indicator` one more input follows, 1 where the value is missing; the inputs stand in the order of `inputs`; every layer computes
 * activation(input · W + b). Classes: the loss says how outputs become probabilities (softmax of the scores, or the sigmoid output as
 * the probability of the second class). Labels: each output is the probability of the second of the target's classes. Numbers:
 * output · scale + mean of the target. `target` is the first of `targets`.
 */
export function modelMetadata({ network, loss, pipeline, seeds, build }: Model): JsonObject {
  const { features, targets, missing, encode, scaling, reading } = pipeline
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
    build: { app: build.app, engine: build.engine }
  }
}

/** A network as stored; its bias is always said. */
export function networkJson({ inputs, layers, bias = true }: NetworkSpec) {
  return { inputs, layers: layers.map(({ units, activation }) => ({ units, activation })), bias }
}

/** Makes sure that a description is that of a network's weights, in a version that is known. Throws: format. */
export function requireModelMetadata(metadata: JsonObject): void {
  for (const [key, expected] of Object.entries(header)) {
    if (metadata[key] !== expected) throw fieldError(`metadata.${key}`, metadata[key], JSON.stringify(expected))
  }
}
