import { sigmoid, tanh } from '../math/tanh'

/** An activation and its derivative as one value. */
export interface Activation {
  /** a(z). */
  value(z: number): number
  /** da/dz at the pre-activation z, whose activation a is at hand. */
  derivative(z: number, a: number): number
  /** Where the derivative jumps: z at which the function has a kink. The branch left of it (z ≤ kink) gives its derivative there. */
  readonly kinks: readonly number[]
  /** Where values can lie, as an interval. */
  readonly range: string
  /** The formula, in plain text. */
  readonly formula: string
}

function activation(entry: Activation): Activation {
  return entry
}

/**
 * The catalogue of activations; its keys are the stored names. A new one is one entry.
 * Conventions as in PyTorch; relu's derivative at 0 is 0.
 */
export const activations = {
  linear: activation({
    value: (z) => z,
    derivative: () => 1,
    kinks: [],
    range: '(−∞, ∞)',
    formula: 'a(z) = z'
  }),
  relu: activation({
    // A comparison, not Math.max, so that NaN comes through as NaN and −0 as 0.
    value: (z) => (z <= 0 ? 0 : z),
    derivative: (z) => (z > 0 ? 1 : 0),
    kinks: [0],
    range: '[0, ∞)',
    formula: 'a(z) = max(0, z)'
  }),
  sigmoid: activation({
    value: sigmoid,
    derivative: (_z, a) => a * (1 - a),
    kinks: [],
    range: '(0, 1)',
    formula: 'a(z) = 1 / (1 + e^−z)'
  }),
  tanh: activation({
    value: tanh,
    derivative: (_z, a) => 1 - a * a,
    kinks: [],
    range: '(−1, 1)',
    formula: 'a(z) = tanh z'
  })
}

export type ActivationName = keyof typeof activations

export const activationNames = Object.keys(activations) as ActivationName[]

/** The catalogue's entry of a name. */
export function activationOf(name: ActivationName): Activation {
  return activations[name]
}
