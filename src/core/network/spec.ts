import { AppError } from '../messages/app-error'
import type { ActivationName } from '../nn/activations'
import { lossOf, type LossSpec } from '../nn/losses'

/** One dense layer: Z = A·W + b, A' = activation(Z). */
export interface LayerSpec {
  readonly units: number
  readonly activation: ActivationName
  /** The probability with which a unit's activation is set to 0 while training, 0 ≤ p < 1; the others are divided by 1 − p. */
  readonly dropout?: number
}

/** A fully connected network as plain JSON. The last layer is the output layer. */
export interface NetworkSpec {
  readonly inputs: number
  readonly layers: readonly LayerSpec[]
  /** Whether layers add a bias; true unless given. */
  readonly bias?: boolean
}

/** The number of weights and biases of a network. */
export function parameterCount({ inputs, layers, bias = true }: NetworkSpec): number {
  let count = 0
  let fanIn = inputs
  for (const { units } of layers) {
    count += (fanIn + (bias ? 1 : 0)) * units
    fanIn = units
  }
  return count
}

/** The network in one line: `4 → 16 tanh → 3 linear`. */
export function describeNetwork({ inputs, layers }: NetworkSpec): string {
  return [String(inputs), ...layers.map(({ units, activation }) => `${units} ${activation}`)].join(' → ')
}

/**
 * Makes sure that a loss can sit on a network's output layer.
 * Throws: spec.
 */
export function requireLossFits({ layers }: NetworkSpec, spec: LossSpec): void {
  const { outputActivation } = lossOf(spec)
  const actual = layers[layers.length - 1]?.activation ?? 'no layer'
  if (outputActivation !== null && actual !== outputActivation) {
    throw new AppError('spec.output-activation', { loss: spec.kind, expected: outputActivation, actual })
  }
}
