import { exp, expm1 } from '../math/exp'
import { softplus } from '../math/softplus'
import { sigmoid, tanh } from '../math/tanh'
import { linesOfTex, symbols, type Formula, type FormulaSymbol } from './formula'
import type { InitializerName } from './initializers'

/** An activation with its first and second derivative as one value. */
export interface Activation {
  /** a(z). */
  value(z: number): number
  /** da/dz at the pre-activation z, whose activation a is at hand. */
  derivative(z: number, a: number): number
  /** d²a/dz² at z, whose activation a is at hand. */
  secondDerivative(z: number, a: number): number
  /** Where the first or the second derivative jumps. The branch left of it (z ≤ kink) gives both derivatives there. */
  readonly kinks: readonly number[]
  /** Whether it flattens at both ends, so that a unit can saturate. */
  readonly saturates: boolean
  /** Whether it passes a gradient on unchanged or not at all, as a maximum does. */
  readonly routes: boolean
  /** The initializer made for it: He's for rectifiers, which pass about half of their inputs, Glorot's for the others. */
  readonly initializer: InitializerName
  /** Where values can lie, as an interval. */
  readonly range: string
  /** The formula, in plain text. */
  readonly formula: string
  /** The formula and its derivative as KaTeX source. */
  readonly tex: { readonly value: string; readonly derivative: string }
  /** The constants that its name alone does not say, by their stored names: a slope, or which of several forms it has. */
  readonly constants?: Readonly<Record<string, number | string>>
  /** The symbols of the two besides z, a and a′. */
  readonly symbols?: readonly FormulaSymbol[]
  /**
   * a from `z`, and da/dz from `z` or `a`, as the walk computes them with numbers and in code: expressions of `walk/code/parse.ts`.
   * Names that are used several times are defined first, each with a semicolon after it.
   */
  readonly expression: { readonly value: string; readonly derivative: string }
}

function activation(entry: Activation): Activation {
  return entry
}

/**
 * The slope of leaky-relu at z ≤ 0. Source: A. Maas et al., "Rectifier nonlinearities improve…", 2013; PyTorch's
 * default.
 */
const LEAK = 0.01

/**
 * √(2/π) and the factor of z³ in the tanh form of gelu. Source: D. Hendrycks, K. Gimpel, "Gaussian error linear units",
 * 2016.
 */
const GELU_SCALE = 0.7978845608028654
const GELU_CUBIC = 0.044715
const GELU_U = String.raw`\quad u = \sqrt{\tfrac{2}{\pi}} \left(z + 0.044715\,z^3\right)`

/** u = √(2/π) (z + 0.044715 z³) and its first two derivatives: gelu is z·σ(2u), since ½ (1 + tanh u) = σ(2u). */
function geluInner(z: number): { u: number; slope: number; bend: number } {
  const q = z * z
  return {
    u: GELU_SCALE * z * (1 + GELU_CUBIC * q),
    slope: GELU_SCALE * (1 + 3 * GELU_CUBIC * q),
    bend: GELU_SCALE * 6 * GELU_CUBIC * z
  }
}

/** σ'(z) = σ(z)·σ(−z), which keeps its digits on both sides. */
function sigmoidSlope(z: number): number {
  return sigmoid(z) * sigmoid(-z)
}

/**
 * Beyond these pre-activations the slopes of sigmoid and tanh are computed from z: a(1 − a) and 1 − a² lose their digits as a nears 1, some
 * 2⁻⁵³ / (1 − a), and are 0 from σ(37) and tanh(19) on.
 */
const SIGMOID_FLAT = 20
const TANH_FLAT = 10

function sigmoidDerivative(z: number, a: number): number {
  return z > SIGMOID_FLAT ? sigmoidSlope(z) : a * (1 - a)
}

/** tanh'(z) = 1 − a² = 4σ'(2z). */
function tanhDerivative(z: number, a: number): number {
  return Math.abs(z) > TANH_FLAT ? 4 * sigmoidSlope(2 * z) : 1 - a * a
}

/**
 * The catalogue of activations; its keys are the stored names. A new one is one entry.
 * Conventions as in PyTorch: at a kink the left branch counts (relu'(0) = 0, leaky-relu'(0) = 0.01, elu'(0) = 1).
 */
export const activations = {
  linear: activation({
    value: (z) => z,
    derivative: () => 1,
    secondDerivative: () => 0,
    kinks: [],
    saturates: false,
    routes: false,
    initializer: 'xavier-uniform',
    range: '(−∞, ∞)',
    formula: 'a(z) = z',
    tex: { value: String.raw`a(z) = z`, derivative: String.raw`a'(z) = 1` },
    expression: { value: 'z', derivative: '1' }
  }),
  relu: activation({
    // A comparison, not Math.max, so that NaN comes through as NaN and −0 as 0.
    value: (z) => (z <= 0 ? 0 : z),
    derivative: (z) => (z > 0 ? 1 : 0),
    secondDerivative: () => 0,
    kinks: [0],
    saturates: false,
    routes: true,
    initializer: 'he-normal',
    range: '[0, ∞)',
    formula: 'a(z) = max(0, z)',
    tex: {
      value: String.raw`a(z) = \max(0, z)`,
      derivative: String.raw`a'(z) = \begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases}`
    },
    expression: { value: 'maximum(z, 0)', derivative: 'where(z > 0, 1.0, 0.0)' }
  }),
  'leaky-relu': activation({
    value: (z) => (z > 0 ? z : LEAK * z),
    derivative: (z) => (z > 0 ? 1 : LEAK),
    secondDerivative: () => 0,
    kinks: [0],
    saturates: false,
    routes: false,
    initializer: 'he-normal',
    range: '(−∞, ∞)',
    formula: 'a(z) = z where z > 0, else 0.01 z',
    constants: { negativeSlope: LEAK },
    tex: {
      value: String.raw`a(z) = \begin{cases} z & z > 0 \\ 0.01\,z & z \le 0 \end{cases}`,
      derivative: String.raw`a'(z) = \begin{cases} 1 & z > 0 \\ 0.01 & z \le 0 \end{cases}`
    },
    expression: { value: 'where(z > 0, z, 0.01 * z)', derivative: 'where(z > 0, 1.0, 0.01)' }
  }),
  elu: activation({
    value: (z) => (z > 0 ? z : expm1(z)),
    derivative: (z) => (z > 0 ? 1 : exp(z)),
    secondDerivative: (z) => (z > 0 ? 0 : exp(z)),
    // Its slope is 1 on both sides of 0, but the slope of its slope jumps, which a central difference feels.
    kinks: [0],
    saturates: false,
    routes: false,
    initializer: 'he-normal',
    range: '(−1, ∞)',
    formula: 'a(z) = z where z > 0, else e^z − 1',
    constants: { alpha: 1 },
    tex: {
      value: String.raw`a(z) = \begin{cases} z & z > 0 \\ e^{z} - 1 & z \le 0 \end{cases}`,
      derivative: String.raw`a'(z) = \begin{cases} 1 & z > 0 \\ e^{z} & z \le 0 \end{cases}`
    },
    expression: { value: 'where(z > 0, z, expm1(z))', derivative: 'where(z > 0, 1.0, exp(z))' }
  }),
  gelu: activation({
    value: (z) => z * sigmoid(2 * geluInner(z).u),
    derivative(z) {
      const { u, slope } = geluInner(z)
      const q = sigmoidSlope(2 * u)
      // Where σ has no slope left, u' may be infinite.
      return sigmoid(2 * u) + (q === 0 ? 0 : 2 * z * slope * q)
    },
    // q (4u' + 2zu'' − 4zu'² tanh u), q = σ'(2u)
    secondDerivative(z) {
      const { u, slope, bend } = geluInner(z)
      const q = sigmoidSlope(2 * u)
      return q === 0 ? 0 : q * (4 * slope + 2 * z * bend - 4 * z * slope * slope * tanh(u))
    },
    kinks: [],
    saturates: false,
    routes: false,
    initializer: 'he-normal',
    range: '[−0.1700…, ∞)',
    formula: 'a(z) = ½ z (1 + tanh(√(2/π) (z + 0.044715 z³)))',
    constants: { approximate: 'tanh' },
    tex: {
      value: String.raw`a(z) = \tfrac12 z (1 + \tanh u), ${GELU_U}`,
      derivative: String.raw`a'(z) = \tfrac12 (1 + \tanh u) + \tfrac12 z \left(1 - \tanh^2 u\right) u', ${GELU_U}`
    },
    expression: {
      value: '0.5 * z * (1 + tanh(0.7978845608028654 * (z + 0.044715 * z ** 3)))',
      derivative:
        't = tanh(0.7978845608028654 * (z + 0.044715 * z ** 3)); u = 0.7978845608028654 * (1 + 0.134145 * z ** 2); 0.5 * (1 + t) + 0.5 * z * (1 - t ** 2) * u'
    }
  }),
  silu: activation({
    value: (z) => z * sigmoid(z),
    derivative: (z) => sigmoid(z) + z * sigmoidSlope(z),
    // σ' (2 + z (1 − 2σ)), with 2σ(z) − 1 = tanh(z/2)
    secondDerivative: (z) => sigmoidSlope(z) * (2 - z * tanh(z / 2)),
    kinks: [],
    saturates: false,
    routes: false,
    initializer: 'he-normal',
    range: '[−0.2784…, ∞)',
    formula: 'a(z) = z · σ(z)',
    tex: {
      value: String.raw`a(z) = z\,\sigma(z)`,
      derivative: String.raw`a'(z) = \sigma(z) + z\,\sigma(z)\left(1 - \sigma(z)\right)`
    },
    symbols: [{ tex: String.raw`\sigma`, en: 'sigmoid, 1 / (1 + e⁻ᶻ)', zh: 'sigmoid 函数 1 / (1 + e⁻ᶻ)' }],
    expression: { value: 'z / (1 + exp(-z))', derivative: 's = 1 / (1 + exp(-z)); s + z * s * (1 - s)' }
  }),
  softplus: activation({
    value: softplus,
    derivative: sigmoid,
    secondDerivative: sigmoidSlope,
    kinks: [],
    saturates: false,
    routes: false,
    initializer: 'xavier-uniform',
    range: '(0, ∞)',
    formula: 'a(z) = ln(1 + e^z)',
    constants: { beta: 1 },
    tex: {
      value: String.raw`a(z) = \ln\left(1 + e^{z}\right)`,
      derivative: String.raw`a'(z) = \sigma(z) = \frac{1}{1 + e^{-z}}`
    },
    expression: { value: 'softplus(z)', derivative: '1 / (1 + exp(-z))' }
  }),
  sigmoid: activation({
    value: sigmoid,
    derivative: sigmoidDerivative,
    secondDerivative: (z, a) => sigmoidDerivative(z, a) * (1 - 2 * a),
    kinks: [],
    saturates: true,
    routes: false,
    initializer: 'xavier-uniform',
    range: '(0, 1)',
    formula: 'a(z) = 1 / (1 + e^−z)',
    tex: {
      value: String.raw`a(z) = \sigma(z) = \frac{1}{1 + e^{-z}}`,
      derivative: String.raw`a'(z) = a\left(1 - a\right)`
    },
    expression: { value: '1 / (1 + exp(-z))', derivative: 'a * (1 - a)' }
  }),
  tanh: activation({
    value: tanh,
    derivative: tanhDerivative,
    secondDerivative: (z, a) => -2 * a * tanhDerivative(z, a),
    kinks: [],
    saturates: true,
    routes: false,
    initializer: 'xavier-uniform',
    range: '(−1, 1)',
    formula: 'a(z) = tanh z',
    tex: {
      value: String.raw`a(z) = \tanh z`,
      derivative: String.raw`a'(z) = 1 - a^2`
    },
    expression: { value: 'tanh(z)', derivative: '1 - a ** 2' }
  })
}

export type ActivationName = keyof typeof activations

export const activationNames = Object.keys(activations) as ActivationName[]

/** The catalogue's entry of a name. */
export function activationOf(name: ActivationName): Activation {
  return activations[name]
}

/** The derivative's symbol, which every activation has. */
const slope: FormulaSymbol = {
  tex: "a'(z)",
  en: 'derivative: the factor by which the gradient is multiplied on its way back',
  zh: '导数：梯度反向经过时要乘上它'
}

/** Returns the formula of an activation and of its derivative. */
export function activationFormula(name: ActivationName): Formula {
  const { tex, symbols: further = [] } = activationOf(name)
  return { lines: [...linesOfTex(tex.value), ...linesOfTex(tex.derivative)], symbols: [symbols.z, symbols.a, slope, ...further] }
}
