import { dropoutMasks, hasDropout } from '../network/dropout'
import { copyParameters, type Parameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import type { Objective } from '../network/backward'
import { gatherSamples, targetCount, type Samples } from '../nn/targets'
import { precisionOf, type Matrix } from '../tensor/matrix'
import { epochOrder, LostThread, type Machine, type MachineFactory } from './machine'

/** A mini-batch with what a step does to it. */
export interface StepGradients {
  readonly batch: Samples
  /** The dropout masks of the step; none where nothing is dropped. */
  readonly masks?: readonly (Matrix | null)[]
  /** The gradients as the machine computes them, in the precision of the weights, before they are clipped. */
  readonly gradients: Parameters
}

export interface StepGradientsOptions {
  readonly network: NetworkSpec
  readonly objective: Objective
  readonly machine: MachineFactory
  readonly shuffleSeed: number
  readonly parameters: Parameters
  readonly batch: Samples
}

/**
 * Computes the gradients of a mini-batch by the kernels that train, at the weights given, with the dropout masks of step 1. A machine of
 * its own does it, so that the one that trains stays as it is.
 * Throws: numeric.diverged; spec.memory.
 */
export function stepGradients({ network, objective, machine, shuffleSeed, parameters, batch }: StepGradientsOptions): StepGradients {
  const rows = targetCount(batch.targets)
  const own = machine({
    network,
    optimizer: { kind: 'sgd' },
    parameters,
    train: gatherSamples(batch, inverse(epochOrder(rows, shuffleSeed, 0))),
    test: gatherSamples(batch, []),
    batchSize: rows,
    shuffleSeed
  })
  try {
    own.shuffle(0)
    const gradients = copyParameters(withOneRetry(own, objective, rows))
    if (!hasDropout(network)) return { batch, gradients }
    return { batch, gradients, masks: dropoutMasks(network, rows, shuffleSeed, 1, precisionOf(parameters[0].W)) }
  } finally {
    own.release()
  }
}

/** After a lost thread the machine goes on without it. */
function withOneRetry(machine: Machine, objective: Objective, rows: number): Parameters {
  const request = { from: 0, to: rows, objective, learningRate: 1, clip: null, step: 1 }
  try {
    return machine.gradients(request)
  } catch (error) {
    if (!(error instanceof LostThread)) throw error
    return machine.gradients(request)
  }
}

/** The rows in an order that an epoch's order puts back: order[i] of them is row i. */
function inverse(order: Int32Array): Int32Array {
  const rows = new Int32Array(order.length)
  order.forEach((row, i) => (rows[row] = i))
  return rows
}
