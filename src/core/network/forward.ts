import { runToEnd, type CooperativeTask } from '../tasks/task'
import { elementwiseProduct, productTask } from '../tensor/products'
import { activationOf } from '../nn/activations'
import { plainArithmetic, type Arithmetic } from '../tensor/arithmetic'
import { zerosLike, type Matrix } from '../tensor/matrix'
import type { Parameters } from './parameters'
import type { LayerSpec, NetworkSpec } from './spec'

/** The values of a layer that backpropagation needs again. All [batch, units] but the input, [batch, in]. */
export interface LayerCache {
  /** The layer's input: X, or the activations of the layer before. */
  readonly input: Matrix
  /** Pre-activation Z = input · W + b. */
  readonly Z: Matrix
  /** Activation A = a(Z). */
  readonly A: Matrix
  /** Inverted dropout: what A was multiplied by on its way to the next layer, 0 or 1 / (1 − p); absent without dropout. */
  readonly mask?: Matrix
}

/** The activation of every element of Z. */
export function activate(Z: Matrix, { activation }: LayerSpec): Matrix {
  const { value } = activationOf(activation)
  const A = zerosLike(Z)
  for (let e = 0; e < A.data.length; e++) A.data[e] = value(Z.data[e])
  return A
}

/**
 * The forward pass, with every intermediate value kept: one entry a layer.
 * With `from`, only the layers from that index on, X being the input of the first of them. With `masks`, as while training with
 * dropout: one entry a layer, null where none of its units is dropped. The arithmetic is plain unless given.
 *
 * Shapes: X [batch, inputs].
 * Throws: shape.
 */
export function forward(
  network: NetworkSpec,
  parameters: Parameters,
  X: Matrix,
  from = 0,
  masks: readonly (Matrix | null)[] = [],
  arithmetic?: Arithmetic
): LayerCache[] {
  return runToEnd(forwardTask(network, parameters, X, from, masks, arithmetic))
}

/** The same, part by part; it yields multiplications. */
export function* forwardTask(
  network: NetworkSpec,
  parameters: Parameters,
  X: Matrix,
  from = 0,
  masks: readonly (Matrix | null)[] = [],
  arithmetic = plainArithmetic
): CooperativeTask<LayerCache[]> {
  const cache: LayerCache[] = []
  let input = X
  for (let l = from; l < network.layers.length; l++) {
    const { W, b } = parameters[l]
    const Z = yield* productTask(input, W, b, arithmetic)
    const A = activate(Z, network.layers[l])
    const mask = masks[l]
    cache.push(mask ? { input, Z, A, mask } : { input, Z, A })
    input = mask ? elementwiseProduct(A, mask) : A
  }
  return cache
}

/** The network's outputs: the activations of its last layer [batch, outputs]. */
export function outputsOf(cache: readonly LayerCache[]): Matrix {
  return cache[cache.length - 1].A
}
