import { backward, dataLoss, type Objective } from '../network/backward'
import { forward, type LayerCache } from '../network/forward'
import { copyParameters, type LayerParameters, type Parameters } from '../network/parameters'
import type { LayerSpec, NetworkSpec } from '../network/spec'
import { activationOf, type ActivationName } from '../nn/activations'
import { clipByNorm } from '../network/clipping'
import { type OptimizerSpec } from '../nn/optimizers'
import { applyUpdate, copyOptimizerState, type OptimizerState } from '../network/update'
import type { Samples } from '../nn/targets'
import { spreadOf, type Spread } from './statistics'

/** A network during training, and the batch it is inspected with. */
export interface StatisticsOptions {
  readonly network: NetworkSpec
  readonly objective: Objective
  readonly parameters: Parameters
  readonly batch: Samples
  readonly optimizer: OptimizerSpec
  readonly optimizerState: OptimizerState
  /** Learning rate of the inspected step. */
  readonly learningRate: number
  readonly clip: number | null
}

/** Statistics of one layer on one batch. */
export interface LayerStatistics {
  /** From 1. */
  readonly layer: number
  readonly units: number
  readonly activation: ActivationName
  /** Of W alone. */
  readonly weights: Spread
  /** Of dL/dW, the regularizer included, before any clipping. */
  readonly gradients: Spread
  readonly activations: Spread
  /** ‖dL/dW, dL/db‖ of the layer, before any clipping. */
  readonly gradientNorm: number
  /** ‖ΔW‖ / ‖W‖ of the optimizer's next step on this batch; NaN where W is 0. */
  readonly updateRatio: number
  /** Fraction of units whose derivative a'(z) is 0 for every row, 0–1: no gradient reaches their weights. Null in the output layer. */
  readonly dead: number | null
  /** Of activations that saturate: the share of activations that are as good as at an end of their range, 0–1. Null elsewhere. */
  readonly saturated: number | null
}

/** Statistics of all layers, and the loss of the batch. */
export interface NetworkStatistics {
  readonly rows: number
  /** Without the regularizer. */
  readonly dataLoss: number
  readonly layers: readonly LayerStatistics[]
}

/** An activation whose derivative is below this fraction of its maximum, at z = 0, counts as saturated: |tanh z| above 0.975. */
const FLAT = 0.05

/**
 * Computes layer statistics of a network: the distributions of weights, gradients and activations, and the size of the next update. The
 * arguments are not modified.
 *
 * Shapes: batch.X [batch, inputs].
 * Throws: shape.
 * Source: X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010 (activations and
 * gradients by layer); CS231n notes "Neural Networks Part 3" (ratio of updates to weights).
 */
export function networkStatistics(options: StatisticsOptions): NetworkStatistics {
  const { network, objective, parameters, batch } = options
  const cache = forward(network, parameters, batch.X)
  const { gradients } = backward(network, parameters, cache, batch.targets, objective)
  // Before the step, which may clip the gradients in place.
  const measured = gradients.map(({ W, b }) => ({ spread: spreadOf(W.data), norm: normOf({ W, b }) }))
  const after = afterStep(options, gradients)
  const last = network.layers.length - 1
  return {
    rows: batch.X.rows,
    dataLoss: dataLoss(cache, batch.targets, objective.loss),
    layers: network.layers.map((layer, l) => ({
      layer: l + 1,
      units: layer.units,
      activation: layer.activation,
      weights: spreadOf(parameters[l].W.data),
      gradients: measured[l].spread,
      activations: spreadOf(cache[l].A.data),
      gradientNorm: measured[l].norm,
      updateRatio: changeOf(parameters[l], after[l]),
      dead: l === last ? null : deadShare(layer, cache[l]),
      saturated: l === last || !activationOf(layer.activation).saturates ? null : saturatedShare(layer, cache[l])
    }))
  }
}

function afterStep({ parameters, optimizer, optimizerState, learningRate, clip }: StatisticsOptions, gradients: Parameters): Parameters {
  const after = copyParameters(parameters)
  if (clip !== null) clipByNorm(gradients, clip)
  applyUpdate(optimizer, learningRate, copyOptimizerState(optimizerState), after, gradients)
  return after
}

function normOf({ W, b }: LayerParameters): number {
  let squares = 0
  for (const data of [W.data, b?.data ?? []]) for (let e = 0; e < data.length; e++) squares += data[e] * data[e]
  return Math.sqrt(squares)
}

function changeOf({ W }: LayerParameters, after: LayerParameters): number {
  let change = 0
  let size = 0
  for (let e = 0; e < W.data.length; e++) {
    const d = after.W.data[e] - W.data[e]
    change += d * d
    size += W.data[e] * W.data[e]
  }
  return size === 0 ? NaN : Math.sqrt(change / size)
}

function deadShare({ activation }: LayerSpec, { Z, A }: LayerCache): number {
  const { derivative } = activationOf(activation)
  const isAlive = new Uint8Array(Z.columns)
  for (let e = 0; e < Z.data.length; e++) if (derivative(Z.data[e], A.data[e]) !== 0) isAlive[e % Z.columns] = 1
  return 1 - isAlive.reduce((sum, one) => sum + one, 0) / Z.columns
}

function saturatedShare({ activation }: LayerSpec, { Z, A }: LayerCache): number {
  const { value, derivative } = activationOf(activation)
  const steepest = derivative(0, value(0))
  let flat = 0
  for (let e = 0; e < Z.data.length; e++) if (derivative(Z.data[e], A.data[e]) < FLAT * steepest) flat += 1
  return flat / Z.data.length
}
