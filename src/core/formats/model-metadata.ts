import { inputNames, type Pipeline } from '../experiment/pipeline'
import type { Settings } from '../experiment/settings'
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
 * a number's input is (value − mean) / scale; a text has one input a category, 1 where it matches; the inputs stand in the order of
 * `inputs`; every layer computes activation(input · W + b). Classes: the loss says how outputs become probabilities (softmax of
 * the scores, or the sigmoid output as the probability of the second class). A number: output · target.scale + target.mean.
 */
export function modelMetadata({ network, loss, pipeline, seeds, build }: Model): JsonObject {
  const { features, target } = pipeline
  const { mean, scale } = target.kind === 'number' ? target : { mean: 0, scale: 1 }
  return {
    ...header,
    features: features.map(({ name, kind, mean, scale, categories }) => ({ name, kind, mean, scale, categories })),
    inputs: inputNames(pipeline),
    target: { name: target.name, kind: target.kind, mean, scale },
    classes: target.kind === 'classes' ? target.classes : [],
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
