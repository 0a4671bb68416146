import { pow } from '../math/pow'
import type { Numbers } from '../tensor/matrix'

/** A number an optimizer can be given: its default, and the range from `from` (included, or excluded where `open`) to below `below`. */
export interface OptimizerOption {
  readonly default: number
  readonly from: number
  readonly open?: true
  readonly below: number
}

/** Every number that some optimizer can be given. Defaults as in the papers named at the entries. */
export const optimizerOptions = {
  /** The part of the last velocity that is kept. */
  momentum: { default: 0, from: 0, below: 1 },
  /** The part of the old mean square that is kept. */
  decay: { default: 0.9, from: 0, below: 1 },
  beta1: { default: 0.9, from: 0, below: 1 },
  beta2: { default: 0.999, from: 0, below: 1 },
  /** Added to the root of the mean square. */
  epsilon: { default: 1e-8, from: 0, open: true, below: Infinity },
  /** The part of a parameter that is taken off at each step, times the learning rate. */
  weightDecay: { default: 0.01, from: 0, below: Infinity }
} as const satisfies Record<string, OptimizerOption>

export type OptimizerOptionName = keyof typeof optimizerOptions

type OptimizerOptions = Readonly<Partial<Record<OptimizerOptionName, OptimizerOption>>>

/** What one update knows: its options filled in, the learning rate of the step, and the step's number from 1. */
export type UpdateContext = Readonly<Record<OptimizerOptionName, number>> & {
  readonly nesterov: boolean
  readonly learningRate: number
  readonly step: number
}

/** How a parameter follows its gradient g, which includes the regularizer. */
export interface Optimizer<Options extends OptimizerOptions = OptimizerOptions> {
  readonly options: Options
  /** Whether Nesterov's look-ahead can be chosen. */
  readonly nesterov: boolean
  /** How many arrays of the parameter's size it remembers from step to step; all begin at 0. */
  readonly slots: number
  readonly formula: string
  readonly tex: string
  /** One update in place. */
  update(parameter: Numbers, gradient: Numbers, slots: readonly Numbers[], context: UpdateContext): void
}

function optimizer<const Options extends OptimizerOptions>(entry: Optimizer<Options>): Optimizer<Options> {
  return entry
}

const { momentum, decay, beta1, beta2, epsilon, weightDecay } = optimizerOptions

/** m̂ / (√v̂ + ε) with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ): Adam's step, shared with AdamW. */
function adamStep(parameter: Numbers, gradient: Numbers, [m, v]: readonly Numbers[], context: UpdateContext): void {
  const { beta1: b1, beta2: b2, epsilon: small, learningRate, step } = context
  const firstCorrection = 1 - pow(b1, step)
  const secondCorrection = 1 - pow(b2, step)
  for (let e = 0; e < parameter.length; e++) {
    const g = gradient[e]
    m[e] = b1 * m[e] + (1 - b1) * g
    v[e] = b2 * v[e] + (1 - b2) * g * g
    parameter[e] -= (learningRate * (m[e] / firstCorrection)) / (Math.sqrt(v[e] / secondCorrection) + small)
  }
}

/** The catalogue of optimizers; its keys are the stored names. A new one is one entry. Conventions as in PyTorch. */
export const optimizers = {
  /**
   * Source of momentum: B. Polyak, 1964; of Nesterov's form: I. Sutskever et al., 2013, as PyTorch writes it. Without momentum the
   * velocity is the gradient itself and is not kept: to read and write it would cost as much as the weights do.
   */
  sgd: optimizer({
    options: { momentum },
    nesterov: true,
    slots: 1,
    formula: 'v ← μ·v + g; W ← W − η·v, or with Nesterov W ← W − η·(g + μ·v)',
    tex: 'v\\leftarrow\\mu v+g,\\quad W\\leftarrow W-\\eta v',
    update(parameter, gradient, [velocity], { learningRate, momentum: kept, nesterov }) {
      if (kept === 0) {
        for (let e = 0; e < parameter.length; e++) parameter[e] -= learningRate * gradient[e]
        return
      }
      for (let e = 0; e < parameter.length; e++) {
        const v = kept * velocity[e] + gradient[e]
        velocity[e] = v
        parameter[e] -= learningRate * (nesterov ? gradient[e] + kept * v : v)
      }
    }
  }),

  /** Source: T. Tieleman, G. Hinton, "Lecture 6.5 - rmsprop", 2012; epsilon outside the root. */
  rmsprop: optimizer({
    options: { decay, epsilon },
    nesterov: false,
    slots: 1,
    formula: 's ← ρ·s + (1 − ρ)·g²; W ← W − η·g / (√s + ε)',
    tex: 's\\leftarrow\\rho s+(1-\\rho)g^2,\\quad W\\leftarrow W-\\frac{\\eta\\,g}{\\sqrt s+\\epsilon}',
    update(parameter, gradient, [meanSquare], { learningRate, decay: kept, epsilon: small }) {
      for (let e = 0; e < parameter.length; e++) {
        const g = gradient[e]
        meanSquare[e] = kept * meanSquare[e] + (1 - kept) * g * g
        parameter[e] -= (learningRate * g) / (Math.sqrt(meanSquare[e]) + small)
      }
    }
  }),

  /** Source: J. Duchi, E. Hazan, Y. Singer, "Adaptive subgradient methods", 2011. */
  adagrad: optimizer({
    options: { epsilon },
    nesterov: false,
    slots: 1,
    formula: 's ← s + g²; W ← W − η·g / (√s + ε)',
    tex: 's\\leftarrow s+g^2,\\quad W\\leftarrow W-\\frac{\\eta\\,g}{\\sqrt s+\\epsilon}',
    update(parameter, gradient, [sum], { learningRate, epsilon: small }) {
      for (let e = 0; e < parameter.length; e++) {
        const g = gradient[e]
        sum[e] += g * g
        parameter[e] -= (learningRate * g) / (Math.sqrt(sum[e]) + small)
      }
    }
  }),

  /** Source: D. Kingma, J. Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1. */
  adam: optimizer({
    options: { beta1, beta2, epsilon },
    nesterov: false,
    slots: 2,
    formula: 'm ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²; W ← W − η·m̂ / (√v̂ + ε)',
    tex: 'm\\leftarrow\\beta_1m+(1-\\beta_1)g,\\quad v\\leftarrow\\beta_2v+(1-\\beta_2)g^2,\\quad W\\leftarrow W-\\frac{\\eta\\,\\hat m}{\\sqrt{\\hat v}+\\epsilon}',
    update: adamStep
  }),

  /** Source: I. Loshchilov, F. Hutter, "Decoupled weight decay regularization", 2019, algorithm 2; biases decay too. */
  adamw: optimizer({
    options: { beta1, beta2, epsilon, weightDecay },
    nesterov: false,
    slots: 2,
    formula: 'W ← W·(1 − η·λ), then Adam',
    tex: 'W\\leftarrow(1-\\eta\\lambda)W,\\quad\\text{then Adam}',
    update(parameter, gradient, slots, context) {
      const kept = 1 - context.learningRate * context.weightDecay
      for (let e = 0; e < parameter.length; e++) parameter[e] *= kept
      adamStep(parameter, gradient, slots, context)
    }
  })
}

export type OptimizerKind = keyof typeof optimizers

export const optimizerKinds = Object.keys(optimizers) as OptimizerKind[]

/** An optimizer as stored: its kind, and any of its options; the others have their default. The learning rate is given apart. */
export type OptimizerSpec = { readonly kind: OptimizerKind; readonly nesterov?: boolean } & {
  readonly [Name in OptimizerOptionName]?: number
}
