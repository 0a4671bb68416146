import type { Objective } from '../network/backward'
import { forward, type LayerCache } from '../network/forward'
import { copyParameters, type LayerParameters, type Parameters } from '../network/parameters'
import { activationOf, type Activation } from '../nn/activations'
import { lossOf } from '../nn/losses'
import { penaltyGradient, type Regularization } from '../nn/regularizers'
import type { Targets } from '../nn/targets'
import { copy, type Matrix } from '../tensor/matrix'
import { columnSums, elementwiseProduct, productTransposedLeft, productTransposedRight } from '../tensor/products'
import type { BackwardProblem } from './backward-problem'

/** The last layer's values with all that the gradient of the loss depends on. */
export interface AtOutput {
  readonly cache: LayerCache
  readonly targets: Targets
  readonly objective: Objective
}

/** A layer on the way back. */
export interface AtLayer {
  /** From 0, the layer beside the inputs. */
  readonly layer: number
  readonly cache: LayerCache
  /** The values of the layer before; null at the first. */
  readonly before: LayerCache | null
  readonly W: Matrix
  readonly activation: Activation
  /** dL/dA [batch, units], before the dropout mask; at an output whose loss reads logits dL/dZ. */
  readonly upstream: Matrix
  readonly objective: Objective
}

/** The steps of backpropagation, any of which can be got wrong. */
export interface BackwardSteps {
  /** dL/d(output), in the shape of the output: of the logits or of the activations, as the loss reads them. */
  outputGradient(at: AtOutput): Matrix
  /** dL/dZ from dL/dA. */
  throughActivation(at: AtLayer): Matrix
  /** dL/dW of the data loss from dL/dZ. */
  weightGradient(gradZ: Matrix, at: AtLayer): Matrix
  /** dL/db from dL/dZ. */
  biasGradient(gradZ: Matrix, at: AtLayer): Matrix
  /** d(penalty)/dW, in the shape of W. */
  weightPenalty(W: Matrix, regularization: Regularization, at: AtLayer): Matrix
  /** d(penalty)/db, in the shape of b; null for none. */
  biasPenalty(b: Matrix, regularization: Regularization, at: AtLayer): Matrix | null
  /** dL/dinput from dL/dZ. */
  inputGradient(gradZ: Matrix, at: AtLayer): Matrix
  /** A last step on all gradients. */
  finish(gradients: Parameters): void
}

/** The gradient of the loss as it should be. */
export function lossGradient({ cache: { Z, A }, targets, objective }: AtOutput): Matrix {
  const loss = lossOf(objective.loss)
  return loss.gradient(loss.reads === 'logits' ? Z : A, targets)
}

/** dL/dA as the activation receives it: what comes from the next layer times the dropout mask. */
export function gradientOfActivations({ upstream, cache: { mask } }: AtLayer): Matrix {
  return mask ? elementwiseProduct(upstream, mask) : copy(upstream)
}

/** Every step as it should be. */
export const rightSteps: BackwardSteps = {
  outputGradient: lossGradient,
  throughActivation(at) {
    const grad = gradientOfActivations(at)
    const { Z, A } = at.cache
    grad.data.forEach((_, e) => (grad.data[e] *= at.activation.derivative(Z.data[e], A.data[e])))
    return grad
  },
  weightGradient: (gradZ, { cache: { input } }) => productTransposedLeft(input, gradZ),
  biasGradient: (gradZ) => columnSums(gradZ),
  weightPenalty: penaltyGradient,
  biasPenalty: () => null,
  inputGradient: (gradZ, { W }) => productTransposedRight(gradZ, W),
  finish: () => {}
}

function addInPlace(target: Matrix, addend: Matrix | null): Matrix {
  addend?.data.forEach((x: number, e: number) => (target.data[e] += x))
  return target
}

/**
 * Backpropagation written a second time, by steps that may be wrong; with `rightSteps` it gives the gradients of `backward` up to
 * rounding. In float64. Throws: shape.
 */
export function gradientsBySteps({ network, objective, parameters, batch, masks = [] }: BackwardProblem, steps: BackwardSteps): Parameters {
  const doubled = copyParameters(parameters, 'f64')
  const cache = forward(network, doubled, copy(batch.X, 'f64'), 0, masks)
  const last = cache.length - 1
  const gradients: LayerParameters[] = []
  let upstream = steps.outputGradient({ cache: cache[last], targets: batch.targets, objective })
  for (let layer = last; layer >= 0; layer--) {
    const { W, b } = doubled[layer]
    const activation = activationOf(network.layers[layer].activation)
    const at: AtLayer = { layer, cache: cache[layer], before: cache[layer - 1] ?? null, W, activation, upstream, objective }
    const isDone = layer === last && lossOf(objective.loss).reads === 'logits'
    const gradZ = isDone ? upstream : steps.throughActivation(at)
    const { regularization } = objective
    gradients.unshift({
      W: addInPlace(steps.weightGradient(gradZ, at), steps.weightPenalty(W, regularization, at)),
      b: b && addInPlace(steps.biasGradient(gradZ, at), steps.biasPenalty(b, regularization, at))
    })
    if (layer > 0) upstream = steps.inputGradient(gradZ, at)
  }
  steps.finish(gradients)
  return gradients
}
