import { runToEnd, type CooperativeTask } from '../tasks/task'
import { columnSums, elementwiseProduct, productTransposedLeftTask, productTransposedRightTask } from '../tensor/products'
import { activationOf } from '../nn/activations'
import { lossOf, type LossSpec } from '../nn/losses'
import { penalty, penaltyGradient, type Regularization } from '../nn/regularizers'
import type { Targets } from '../nn/targets'
import { plainArithmetic, type Arithmetic } from '../tensor/arithmetic'
import { zerosLike, type Matrix } from '../tensor/matrix'
import type { LayerCache } from './forward'
import type { Parameters } from './parameters'
import type { LayerSpec, NetworkSpec } from './spec'

/** The objective of training on a batch. */
export interface Objective {
  readonly loss: LossSpec
  readonly regularization: Regularization
}

/** The gradient of the total loss, and what backpropagation passed on the way. */
export interface BackwardResult {
  /** dLoss/dW and dLoss/db of every layer, in the form of the parameters; the regularizer's part included. */
  readonly gradients: Parameters
  /** dLoss/dZ of every layer [batch, units], before any regularizer. */
  readonly gradZ: readonly Matrix[]
  /** dLoss/dX [batch, inputs]. */
  readonly gradX: Matrix
}

/** The mean loss of a batch, from the output layer's cache; the regularizer apart. */
export function dataLoss(cache: readonly LayerCache[], targets: Targets, spec: LossSpec): number {
  const loss = lossOf(spec)
  const { Z, A } = cache[cache.length - 1]
  return loss.value(loss.reads === 'logits' ? Z : A, targets)
}

/** Data loss and regularizer together: what training minimises and the gradient check differentiates. */
export function totalLoss(
  parameters: Parameters,
  cache: readonly LayerCache[],
  targets: Targets,
  { loss, regularization }: Objective
): number {
  return (
    dataLoss(cache, targets, loss) +
    penalty(
      parameters.map(({ W }) => W),
      regularization
    )
  )
}

/** dL/dZ = dL/dA ⊙ a'(Z), dL/dA being what comes from the next layer times the dropout mask. */
function throughActivation(upstream: Matrix, { Z, A, mask }: LayerCache, { activation }: LayerSpec): Matrix {
  const { derivative } = activationOf(activation)
  const gradA = mask ? elementwiseProduct(upstream, mask) : upstream
  const grad = zerosLike(Z)
  for (let e = 0; e < grad.data.length; e++) grad.data[e] = gradA.data[e] * derivative(Z.data[e], A.data[e])
  return grad
}

function addInPlace(target: Matrix, addend: Matrix): Matrix {
  for (let e = 0; e < target.data.length; e++) target.data[e] += addend.data[e]
  return target
}

/**
 * Backpropagation. From the output layer to the first:
 *
 *   dL/dZ = dL/dA ⊙ a'(Z)     dL/dW = inputᵀ · dL/dZ + d(penalty)/dW     dL/db = column sums of dL/dZ     dL/dinput = dL/dZ · Wᵀ
 *
 * A loss that reads logits gives dL/dZ of the output layer at once. The arithmetic is plain unless given.
 * Throws: shape.
 */
export function backward(
  network: NetworkSpec,
  parameters: Parameters,
  cache: readonly LayerCache[],
  targets: Targets,
  objective: Objective,
  arithmetic?: Arithmetic
): BackwardResult {
  return runToEnd(backwardTask(network, parameters, cache, targets, objective, arithmetic))
}

/** The same, part by part; it yields multiplications. */
export function* backwardTask(
  network: NetworkSpec,
  parameters: Parameters,
  cache: readonly LayerCache[],
  targets: Targets,
  { loss: spec, regularization }: Objective,
  arithmetic = plainArithmetic
): CooperativeTask<BackwardResult> {
  const loss = lossOf(spec)
  const last = network.layers.length - 1
  const gradients: { W: Matrix; b: Matrix | null }[] = []
  const gradZs: Matrix[] = []
  let upstream = loss.gradient(loss.reads === 'logits' ? cache[last].Z : cache[last].A, targets)
  for (let l = last; l >= 0; l--) {
    const { W, b } = parameters[l]
    const atOutput = l === last && loss.reads === 'logits'
    const gradZ = atOutput ? upstream : throughActivation(upstream, cache[l], network.layers[l])
    const gradW = addInPlace(yield* productTransposedLeftTask(cache[l].input, gradZ, arithmetic), penaltyGradient(W, regularization))
    gradients.unshift({ W: gradW, b: b ? columnSums(gradZ, arithmetic) : null })
    gradZs.unshift(gradZ)
    upstream = yield* productTransposedRightTask(gradZ, W, arithmetic)
  }
  return { gradients, gradZ: gradZs, gradX: upstream }
}
