import { activationOf } from '../nn/activations'
import { initializers, type Initializer, type InitializerName } from '../nn/initializers'
import { createStream } from '../random/random'
import { copy, zeros, type Matrix, type Precision } from '../tensor/matrix'
import type { NetworkSpec } from './spec'

/** The weights W [in, out] and bias b [1, out] of a layer; b is null in a network without biases. */
export interface LayerParameters {
  readonly W: Matrix
  readonly b: Matrix | null
}

/** One entry a layer, from the input on; gradients have the same form. */
export type Parameters = readonly LayerParameters[]

/** One tensor of a network under its stored name: W1, b1, W2, … */
export interface NamedTensor {
  readonly name: string
  /** The layer's number, from 1. */
  readonly layer: number
  readonly kind: 'weights' | 'bias'
  readonly matrix: Matrix
}

/** Every tensor by name, layer by layer, weights before bias. */
export function namedTensors(parameters: Parameters): NamedTensor[] {
  return parameters.flatMap(({ W, b }, index) => {
    const layer = index + 1
    const weights: NamedTensor = { name: `W${layer}`, layer, kind: 'weights', matrix: W }
    return b ? [weights, { name: `b${layer}`, layer, kind: 'bias', matrix: b }] : [weights]
  })
}

/**
 * Weights drawn for a network by the named initializer, `auto` being the one made for each layer's activation; biases begin at 0
 * unless the initializer draws them. Drawn in float64, then rounded to the precision. Each layer has random numbers of its own, so
 * that one layer's size does not change another's weights.
 */
export function initialParameters(
  network: NetworkSpec,
  seed: number,
  precision: Precision = 'f64',
  chosen: InitializerName | 'auto' = 'auto'
): Parameters {
  let fanIn = network.inputs
  return network.layers.map(({ units, activation }, layer) => {
    const initializer: Initializer = initializers[chosen === 'auto' ? activationOf(activation).initializer : chosen]
    const random = createStream('weights', seed, layer)
    const W = zeros(fanIn, units, precision)
    for (let e = 0; e < W.data.length; e++) W.data[e] = initializer.weight(random, fanIn, units)
    fanIn = units
    if (network.bias === false) return { W, b: null }
    const b = zeros(1, units, precision)
    if (initializer.bias) for (let e = 0; e < units; e++) b.data[e] = initializer.bias(random)
    return { W, b }
  })
}

/** A deep copy, in the given precision. */
export function copyParameters(parameters: Parameters, precision?: Precision): Parameters {
  return parameters.map(({ W, b }) => ({ W: copy(W, precision), b: b ? copy(b, precision) : null }))
}
