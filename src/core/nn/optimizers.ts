import { pow } from '../math/pow'
import type { Numbers } from '../tensor/matrix'
import { optionNamesOf, optionValues, type Options, type OptionValues } from './option'

/** The numbers that an update is made with. */
export interface UpdateContext<Entry extends Options = Options> {
  readonly options: OptionValues<Entry>
  readonly learningRate: number
  /** From 1. */
  readonly step: number
  /** Whether Nesterov's look-ahead is chosen. */
  readonly nesterov: boolean
}

/** An optimizer: the rule by which a parameter W follows its gradient g, which includes the regularizer; η is the learning rate. */
export interface Optimizer<Entry extends Options = Options> {
  readonly options: Entry
  /** Whether Nesterov's look-ahead can be chosen. */
  readonly nesterov: boolean
  /** The number of arrays of the parameter's size that it keeps from step to step, at most 2; all begin at 0. */
  readonly slots: 0 | 1 | 2
  /** The options β whose 1 − βᵗ divide the moments at step t, in the order of the slots; none where no moment is corrected. */
  readonly biasCorrected: readonly string[]
  readonly formula: string
  /** KaTeX source: what a step does, line by line, in the order in which it is done. */
  readonly tex: readonly string[]
  /** One update in place. */
  update(parameter: Numbers, gradient: Numbers, slots: readonly Numbers[], context: UpdateContext<NoInfer<Entry>>): void
}

function optimizer<const Entry extends Options>(
  entry: Optimizer<Entry> & { readonly biasCorrected: readonly NoInfer<keyof Entry>[] }
): Optimizer<Entry> {
  return entry
}

/** The part of the last velocity that is kept. */
const momentum = { default: 0, min: 0, exclusiveMax: 1 } as const
/** The part of the old mean square that is kept. */
const decay = { default: 0.9, min: 0, exclusiveMax: 1 } as const
/** The parts of the old moments that are kept. */
const beta1 = { default: 0.9, min: 0, exclusiveMax: 1 } as const
const beta2 = { default: 0.999, min: 0, exclusiveMax: 1 } as const
/** Added to the root of the mean square. */
const epsilon = { default: 1e-8, exclusiveMin: 0 } as const
/** The part of a parameter that is taken off at each step, times the learning rate. */
const weightDecay = { default: 0.01, min: 0 } as const

const adamOptions = { beta1, beta2, epsilon } as const

type AdamContext = Pick<UpdateContext, 'learningRate' | 'step'> & { readonly options: OptionValues<typeof adamOptions> }

/** m̂ / (√v̂ + ε) with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ): Adam's step, shared with AdamW. */
function adamStep(parameter: Numbers, gradient: Numbers, [m, v]: readonly Numbers[], context: AdamContext): void {
  const { options, learningRate, step } = context
  const { beta1: b1, beta2: b2, epsilon: small } = options
  const firstCorrection = 1 - pow(b1, step)
  const secondCorrection = 1 - pow(b2, step)
  for (let e = 0; e < parameter.length; e++) {
    const g = gradient[e]
    m[e] = b1 * m[e] + (1 - b1) * g
    v[e] = b2 * v[e] + (1 - b2) * g * g
    parameter[e] -= (learningRate * (m[e] / firstCorrection)) / (Math.sqrt(v[e] / secondCorrection) + small)
  }
}

const ADAM_TEX = [
  'm\\leftarrow\\beta_1m+(1-\\beta_1)g',
  'v\\leftarrow\\beta_2v+(1-\\beta_2)g^2',
  'W\\leftarrow W-\\frac{\\eta\\,\\hat m}{\\sqrt{\\hat v}+\\epsilon}',
  '\\hat m=\\frac{m}{1-\\beta_1^{\\,t}}',
  '\\hat v=\\frac{v}{1-\\beta_2^{\\,t}}'
] as const

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
    biasCorrected: [],
    formula: 'v ← μ·v + g; W ← W − η·v, or with Nesterov W ← W − η·(g + μ·v)',
    tex: ['v\\leftarrow\\mu v+g', 'W\\leftarrow W-\\eta v', '\\text{Nesterov: }W\\leftarrow W-\\eta\\,(g+\\mu v)'],
    update(parameter, gradient, [velocity], { options: { momentum: kept }, learningRate, nesterov }) {
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
    biasCorrected: [],
    formula: 's ← ρ·s + (1 − ρ)·g²; W ← W − η·g / (√s + ε)',
    tex: ['s\\leftarrow\\rho s+(1-\\rho)g^2', 'W\\leftarrow W-\\frac{\\eta\\,g}{\\sqrt s+\\epsilon}'],
    update(parameter, gradient, [meanSquare], { options: { decay: kept, epsilon: small }, learningRate }) {
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
    biasCorrected: [],
    formula: 's ← s + g²; W ← W − η·g / (√s + ε)',
    tex: ['s\\leftarrow s+g^2', 'W\\leftarrow W-\\frac{\\eta\\,g}{\\sqrt s+\\epsilon}'],
    update(parameter, gradient, [sum], { options: { epsilon: small }, learningRate }) {
      for (let e = 0; e < parameter.length; e++) {
        const g = gradient[e]
        sum[e] += g * g
        parameter[e] -= (learningRate * g) / (Math.sqrt(sum[e]) + small)
      }
    }
  }),

  /** Source: D. Kingma, J. Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1. */
  adam: optimizer({
    options: adamOptions,
    nesterov: false,
    slots: 2,
    biasCorrected: ['beta1', 'beta2'],
    formula: 'm ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²; W ← W − η·m̂ / (√v̂ + ε)',
    tex: ADAM_TEX,
    update: adamStep
  }),

  /** Source: I. Loshchilov, F. Hutter, "Decoupled weight decay regularization", 2019, algorithm 2; biases decay too. */
  adamw: optimizer({
    options: { ...adamOptions, weightDecay },
    nesterov: false,
    slots: 2,
    biasCorrected: ['beta1', 'beta2'],
    formula: 'W ← W·(1 − η·λ), then Adam',
    tex: ['W\\leftarrow(1-\\eta\\lambda)\\,W', ...ADAM_TEX],
    update(parameter, gradient, slots, context) {
      const kept = 1 - context.learningRate * context.options.weightDecay
      for (let e = 0; e < parameter.length; e++) parameter[e] *= kept
      adamStep(parameter, gradient, slots, context)
    }
  })
}

export type OptimizerKind = keyof typeof optimizers

export const optimizerKinds = Object.keys(optimizers) as OptimizerKind[]

export type OptimizerOptionName = { [Kind in OptimizerKind]: keyof (typeof optimizers)[Kind]['options'] }[OptimizerKind]

/** Every option that some optimizer takes. */
export const optimizerOptionNames = optionNamesOf(optimizers) as OptimizerOptionName[]

/** An optimizer as stored: its kind, and any of its options; the others have the entry's default. The learning rate is given apart. */
export type OptimizerSpec = { readonly kind: OptimizerKind; readonly nesterov?: boolean } & {
  readonly [Name in OptimizerOptionName]?: number
}

/** The optimizer that a spec names, and what it is given: its options, and whether Nesterov's look-ahead is chosen where it can be. */
export function optimizerOf(spec: OptimizerSpec): Pick<UpdateContext, 'options' | 'nesterov'> & { readonly entry: Optimizer } {
  const entry: Optimizer = optimizers[spec.kind]
  return { entry, options: optionValues(entry.options, spec), nesterov: entry.nesterov && spec.nesterov === true }
}
