import { backward, totalLoss, type Objective } from '../network/backward'
import { forward } from '../network/forward'
import type { Parameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import { clipByNorm } from '../network/clipping'
import { type OptimizerSpec } from '../nn/optimizers'
import { applyUpdate, type OptimizerState } from '../network/update'
import type { Samples } from '../nn/targets'
import type { Arithmetic } from '../tensor/arithmetic'
import type { Matrix } from '../tensor/matrix'
import { diverged, findInForward, findInParameters, findInSquares, squaresDiverged } from './divergence'

export interface StepOptions {
  readonly network: NetworkSpec
  readonly objective: Objective
  readonly optimizer: OptimizerSpec
  /** The rate of this very step. */
  readonly learningRate: number
  /** The largest norm of all gradients together; null for no limit. */
  readonly clip: number | null
  /** The step's number from 1, for messages. */
  readonly step: number
  /** Dropout masks, one entry a layer. */
  readonly masks?: readonly (Matrix | null)[]
  /** That of the products; plain unless given. */
  readonly arithmetic?: Arithmetic
}

/**
 * One step of gradient descent on one batch: forward, loss, backward, clipping, update. The parameters and the optimizer's memory
 * change in place; the total loss before the step and the optimizer's new state come back.
 * Throws: numeric.diverged, naming the first tensor that is not finite; the parameters may then be half updated.
 */
export function takeStep(
  parameters: Parameters,
  state: OptimizerState,
  batch: Samples,
  { network, objective, optimizer, learningRate, clip, step, masks, arithmetic }: StepOptions
): { loss: number; state: OptimizerState } {
  const cache = forward(network, parameters, batch.X, 0, masks, arithmetic)
  const loss = totalLoss(parameters, cache, batch.targets, objective)
  if (!Number.isFinite(loss)) throw diverged(findInForward(cache), step, learningRate)
  const { gradients } = backward(network, parameters, cache, batch.targets, objective, arithmetic)
  const badGradient = findInParameters(gradients, true)
  if (badGradient) throw diverged(badGradient, step, learningRate)
  if (clip !== null) clipByNorm(gradients, clip)
  const next = applyUpdate(optimizer, learningRate, state, parameters, gradients)
  const badParameter = findInParameters(parameters)
  if (badParameter) throw diverged(badParameter, step, learningRate)
  const overflown = findInSquares(optimizer, next, parameters)
  if (overflown) throw squaresDiverged(overflown, { optimizer }, step)
  return { loss, state: next }
}
