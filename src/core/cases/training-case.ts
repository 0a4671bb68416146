import { optimizers, optimizerKinds, type OptimizerSpec } from '../nn/optimizers'
import { settingsCatalogue } from '../settings/catalogue'
import { freshOptimizerState } from '../network/update'
import { gatherSamples } from '../nn/targets'
import { runToEnd, type CooperativeTask } from '../tasks/task'
import { takeStep } from '../train/step'
import { readNetworkCase, writeParameters } from './network-case'
import type { CaseField } from './reader'

/** The answer to a case of training. */
type TrainingAnswer = {
  readonly id: string | number | null
  readonly batchLosses: number[]
  readonly parameters: ReturnType<typeof writeParameters>
}

/**
 * Trains from given weights over given batches: returns the total loss of each batch before its step, and the final weights.
 * Throws: case, spec; numeric.diverged.
 */
export function solveTrainingCase(field: CaseField) {
  return runToEnd(solveTrainingCaseTask(field))
}

/** The same, step by step; it yields 1 a step. */
export function* solveTrainingCaseTask(field: CaseField): CooperativeTask<TrainingAnswer> {
  const { id, network, objective, parameters, samples } = readNetworkCase(field, ['clip'])
  const { optimizer, learningRate } = readOptimizer(field.field('optimizer'))
  const batches = field
    .field('batches')
    .items()
    .map((batch) => batch.someItems().map((row) => row.whole(0, samples.X.rows - 1)))
  const clip = readClip(field)
  let state = freshOptimizerState(optimizer, parameters)
  const batchLosses: number[] = []
  for (const [index, rows] of batches.entries()) {
    const options = { network, objective, optimizer, learningRate, clip, step: index + 1 }
    const taken = takeStep(parameters, state, gatherSamples(samples, rows), options)
    state = taken.state
    batchLosses.push(taken.loss)
    yield 1
  }
  return { id, batchLosses, parameters: writeParameters(parameters) }
}

/** Reads the largest norm of all gradients together of a case; null for no limit. Throws: case. */
export function readClip(field: CaseField): number | null {
  const clip = field.field('clip')
  return clip.isPresent && !clip.isNull ? clip.number(settingsCatalogue.clip.range) : null
}

/** Reads the optimizer of a case with its learning rate. Throws: case. */
export function readOptimizer(field: CaseField): { optimizer: OptimizerSpec; learningRate: number } {
  const kind = field.field('kind').choice(optimizerKinds)
  const { options, nesterov } = optimizers[kind]
  field.requireKeys(['kind', 'learningRate', ...Object.keys(options), ...(nesterov ? ['nesterov'] : [])])
  const looksAhead = field.field('nesterov')
  return {
    optimizer: { kind, ...field.options(options), ...(looksAhead.isPresent ? { nesterov: looksAhead.boolean() } : {}) },
    learningRate: field.field('learningRate').number(settingsCatalogue.learningRate.range)
  }
}
