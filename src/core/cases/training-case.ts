import { optimizers, optimizerKinds, type OptimizerSpec } from '../nn/optimizers'
import { freshOptimizerState } from '../network/update'
import { gatherSamples } from '../nn/targets'
import { takeStep } from '../train/step'
import { readNetworkCase, writeParameters } from './network-case'
import type { CaseField } from './reader'

/**
 * Trains from given weights over given batches: returns the total loss of each batch before its step, and the final weights.
 * Throws: case, spec; numeric.diverged.
 */
export function solveTrainingCase(field: CaseField) {
  const { id, network, objective, parameters, samples } = readNetworkCase(field)
  const { optimizer, learningRate } = readOptimizer(field.field('optimizer'))
  const batches = field
    .field('batches')
    .items()
    .map((batch) => batch.items().map((row) => row.whole(0, samples.X.rows - 1)))
  let state = freshOptimizerState(optimizer, parameters)
  const batchLosses = batches.map((rows, index) => {
    const taken = takeStep(parameters, state, gatherSamples(samples, rows), {
      network,
      objective,
      optimizer,
      learningRate,
      clip: null,
      step: index + 1
    })
    state = taken.state
    return taken.loss
  })
  return { id, batchLosses, parameters: writeParameters(parameters) }
}

/** Reads the optimizer of a case with its learning rate. Throws: case. */
export function readOptimizer(field: CaseField): { optimizer: OptimizerSpec; learningRate: number } {
  const kind = field.field('kind').choice(optimizerKinds)
  const numbers = Object.keys(optimizers[kind].options)
  const nesterov = optimizers[kind].nesterov ? ['nesterov'] : []
  field.requireKeys(['kind', 'learningRate', ...numbers, ...nesterov])
  const given = numbers.filter((name) => field.field(name).isPresent).map((name) => [name, field.field(name).number()])
  const looksAhead = field.field('nesterov')
  return {
    optimizer: { kind, ...Object.fromEntries(given), ...(looksAhead.isPresent ? { nesterov: looksAhead.boolean() } : {}) },
    learningRate: field.field('learningRate').number()
  }
}
