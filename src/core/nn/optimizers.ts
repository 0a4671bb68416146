import { pow } from '../math/pow'
import { roundingOf, type Rounding } from '../tensor/arithmetic'
import type { Numbers } from '../tensor/matrix'
import { symbols, type Formula, type FormulaSymbol } from './formula'
import { optimizer, type Optimizer, type UpdateContext, type UpdateStep } from './optimizer'
import { optionNamesOf, optionValues, type OptionValues } from './option'

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

/**
 * η · m̂ / (√v̂ + ε) with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ): Adam's step, shared with AdamW. The corrections are taken into η and ε, which
 * leaves one division a parameter: η √(1 − β₂ᵗ)/(1 − β₁ᵗ) · m / (√v + ε √(1 − β₂ᵗ)), as the paper's section 2 has it.
 */
function adamStep(parameter: Numbers, gradient: Numbers, [m, v]: readonly Numbers[], context: AdamContext): void {
  const { options, learningRate, step } = context
  const round = roundingOf(parameter)
  const root = Math.sqrt(1 - pow(options.beta2, step))
  const rate = round((learningRate * root) / (1 - pow(options.beta1, step)))
  const small = epsilonFor(parameter, options.epsilon * root)
  const [firstKept, firstFresh] = [round(options.beta1), round(1 - options.beta1)]
  const [secondKept, secondFresh] = [round(options.beta2), round(1 - options.beta2)]
  for (let e = 0; e < parameter.length; e++) {
    const g = gradient[e]
    m[e] = round(firstKept * m[e]) + round(firstFresh * g)
    v[e] = round(secondKept * v[e]) + round(round(secondFresh * g) * g)
    parameter[e] -= stepBySquares(m[e], v[e], rate, small, round)
  }
}

/** η · g / (√s + ε), each operation rounded. */
function stepBySquares(g: number, squares: number, rate: number, small: number, round: Rounding): number {
  return round(round(rate * g) / round(round(Math.sqrt(squares)) + small))
}

/** Epsilon in the precision of some numbers, above 0 also where the nearest one is 0: a parameter that never moves would else become 0/0. */
function epsilonFor(numbers: Numbers, epsilon: number): number {
  return roundingOf(numbers)(Math.max(epsilon, numbers instanceof Float32Array ? 1.401298464324817e-45 : 5e-324))
}

const SCALED_STEP = String.raw`\frac{\eta\,\hat m}{\sqrt{\hat v}+\epsilon}`

const adamSteps: readonly UpdateStep[] = [
  {
    name: 'm',
    slot: 0,
    expression: 'beta1 * m + (1 - beta1) * g',
    formula: 'β₁m + (1 − β₁)g',
    tex: String.raw`\beta_1m+(1-\beta_1)g`,
    symbol: 'm'
  },
  {
    name: 'v',
    slot: 1,
    expression: 'beta2 * v + (1 - beta2) * g ** 2',
    formula: 'β₂v + (1 − β₂)g²',
    tex: String.raw`\beta_2v+(1-\beta_2)g^2`,
    symbol: 'v'
  },
  {
    name: 'mhat',
    expression: 'm / (1 - beta1 ** t)',
    formula: 'm/(1 − β₁ᵗ)',
    tex: String.raw`\frac m{1-\beta_1^{\,t}}`,
    symbol: String.raw`\hat m`
  },
  {
    name: 'vhat',
    expression: 'v / (1 - beta2 ** t)',
    formula: 'v/(1 − β₂ᵗ)',
    tex: String.raw`\frac v{1-\beta_2^{\,t}}`,
    symbol: String.raw`\hat v`
  },
  { name: 'step', expression: 'eta * mhat / (sqrt(vhat) + epsilon)', formula: 'η·m̂/(√v̂ + ε)', tex: SCALED_STEP }
]

const epsilonSymbol: FormulaSymbol = { tex: String.raw`\epsilon`, en: 'small constant against division by zero', zh: '防止除零的小常数' }

const adamSymbols: readonly FormulaSymbol[] = [
  { tex: 'm', en: 'exponential moving average of g, initially 0', zh: 'g 的指数加权移动平均，初始为 0' },
  { tex: 'v', en: 'exponential moving average of g², initially 0', zh: 'g² 的指数加权移动平均，初始为 0' },
  { tex: String.raw`\beta_1,\beta_2`, en: 'decay rates of the moving averages', zh: '两个移动平均的衰减率' },
  epsilonSymbol,
  { tex: 't', en: 'step number, from 1', zh: '步数，从 1 开始' }
]

/** W − η·g / (√s + ε): RMSprop's and Adagrad's. */
const scaledDescent: UpdateStep = {
  name: 'W',
  expression: 'W - eta * g / (sqrt(s) + epsilon)',
  tex: String.raw`W-\frac{\eta\,g}{\sqrt s+\epsilon}`
}

/** The catalogue of optimizers; its keys are the stored names. A new one is one entry. Conventions as in PyTorch. */
export const optimizers = {
  /**
   * Source of momentum: B. Polyak, 1964; of Nesterov's form: I. Sutskever et al., 2013, as PyTorch writes it. Without momentum the
   * velocity is the gradient itself and is not kept: to read and write it would cost as much as the weights do.
   */
  sgd: optimizer({
    label: { en: 'Gradient descent (SGD)', zh: '梯度下降（SGD）' },
    options: { momentum },
    nesterov: true,
    slots: 1,
    biasCorrected: [],
    formula: 'v ← μ·v + g; W ← W − η·v, or with Nesterov W ← W − η·(g + μ·v)',
    steps: [
      {
        name: 'v',
        slot: 0,
        when: ({ options }) => options.momentum !== 0,
        expression: 'momentum * v + g',
        formula: 'μ·v + g',
        tex: String.raw`\mu v+g`,
        symbol: 'v'
      },
      {
        name: 'W',
        when: ({ options }) => options.momentum === 0,
        expression: 'W - eta * g',
        tex: String.raw`W-\eta\,g`,
        note: String.raw`\mu=0\text{: }`
      },
      {
        name: 'W',
        when: ({ options, nesterov }) => options.momentum !== 0 && !nesterov,
        expression: 'W - eta * v',
        tex: String.raw`W-\eta\,v`
      },
      {
        name: 'W',
        when: ({ options, nesterov }) => options.momentum !== 0 && nesterov,
        expression: 'W - eta * (g + momentum * v)',
        tex: String.raw`W-\eta\,(g+\mu v)`,
        note: String.raw`\text{Nesterov: }`
      }
    ],
    symbols: [
      { tex: 'v', en: 'velocity, initially 0', zh: '速度，初始为 0' },
      { tex: String.raw`\mu`, en: 'momentum coefficient: the fraction of the velocity that is kept', zh: '动量系数：速度保留的比例' }
    ],
    update(parameter, gradient, [velocity], { options: { momentum }, learningRate, nesterov }) {
      const round = roundingOf(parameter)
      const [rate, kept] = [round(learningRate), round(momentum)]
      for (let e = 0; e < parameter.length; e++) {
        const g = gradient[e]
        if (momentum !== 0) velocity[e] = round(kept * velocity[e]) + g
        const v = momentum === 0 ? g : velocity[e]
        parameter[e] -= round(rate * (nesterov && momentum !== 0 ? round(g + round(kept * v)) : v))
      }
    }
  }),

  /** Source: T. Tieleman, G. Hinton, "Lecture 6.5 - rmsprop", 2012; epsilon outside the root. */
  rmsprop: optimizer({
    label: { en: 'RMSprop', zh: 'RMSprop' },
    options: { decay, epsilon },
    nesterov: false,
    slots: 1,
    squares: 0,
    biasCorrected: [],
    formula: 's ← ρ·s + (1 − ρ)·g²; W ← W − η·g / (√s + ε)',
    steps: [
      {
        name: 's',
        slot: 0,
        expression: 'decay * s + (1 - decay) * g ** 2',
        formula: 'ρ·s + (1 − ρ)·g²',
        tex: String.raw`\rho s+(1-\rho)g^2`,
        symbol: 's'
      },
      scaledDescent
    ],
    symbols: [
      { tex: 's', en: 'exponential moving average of g², initially 0', zh: 'g² 的指数加权移动平均，初始为 0' },
      { tex: String.raw`\rho`, en: 'decay rate of the moving average', zh: '衰减率：平均值保留的比例' },
      epsilonSymbol
    ],
    update(parameter, gradient, [meanSquare], { options, learningRate }) {
      const round = roundingOf(parameter)
      const [rate, small] = [round(learningRate), epsilonFor(parameter, options.epsilon)]
      const [kept, fresh] = [round(options.decay), round(1 - options.decay)]
      for (let e = 0; e < parameter.length; e++) {
        const g = gradient[e]
        meanSquare[e] = round(kept * meanSquare[e]) + round(round(fresh * g) * g)
        parameter[e] -= stepBySquares(g, meanSquare[e], rate, small, round)
      }
    }
  }),

  /** Source: J. Duchi, E. Hazan, Y. Singer, "Adaptive subgradient methods", 2011. */
  adagrad: optimizer({
    label: { en: 'Adagrad', zh: 'Adagrad' },
    options: { epsilon },
    nesterov: false,
    slots: 1,
    squares: 0,
    biasCorrected: [],
    formula: 's ← s + g²; W ← W − η·g / (√s + ε)',
    steps: [{ name: 's', slot: 0, expression: 's + g ** 2', formula: 's + g²', tex: 's+g^2', symbol: 's' }, scaledDescent],
    symbols: [{ tex: 's', en: 'sum of all g² so far', zh: '至今所有 g² 之和' }, epsilonSymbol],
    update(parameter, gradient, [sum], { options, learningRate }) {
      const round = roundingOf(parameter)
      const [rate, small] = [round(learningRate), epsilonFor(parameter, options.epsilon)]
      for (let e = 0; e < parameter.length; e++) {
        const g = gradient[e]
        sum[e] += round(g * g)
        parameter[e] -= stepBySquares(g, sum[e], rate, small, round)
      }
    }
  }),

  /** Source: D. Kingma, J. Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1. */
  adam: optimizer({
    label: { en: 'Adam', zh: 'Adam' },
    options: adamOptions,
    nesterov: false,
    slots: 2,
    squares: 1,
    biasCorrected: ['beta1', 'beta2'],
    formula: 'm ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²; W ← W − η·m̂ / (√v̂ + ε)',
    steps: [...adamSteps, { name: 'W', expression: 'W - step', tex: `W-${SCALED_STEP}` }],
    symbols: adamSymbols,
    update: adamStep
  }),

  /** Source: I. Loshchilov, F. Hutter, "Decoupled weight decay regularization", 2019, algorithm 2; biases decay too. */
  adamw: optimizer({
    label: { en: 'AdamW', zh: 'AdamW' },
    options: { ...adamOptions, weightDecay },
    nesterov: false,
    slots: 2,
    squares: 1,
    biasCorrected: ['beta1', 'beta2'],
    formula: 'W ← W·(1 − η·λ), then Adam',
    steps: [
      {
        name: 'decayed',
        expression: 'W * (1 - eta * weightDecay)',
        formula: 'W·(1 − η·λ)',
        tex: String.raw`(1-\eta\lambda)W`
      },
      ...adamSteps,
      {
        name: 'W',
        expression: 'decayed - step',
        tex: String.raw`(1-\eta\lambda)W-${SCALED_STEP}`
      }
    ],
    symbols: [{ tex: String.raw`\lambda`, en: 'weight decay', zh: '权重衰减' }, ...adamSymbols],
    update(parameter, gradient, slots, context) {
      const kept = roundingOf(parameter)(1 - context.learningRate * context.options.weightDecay)
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

/** Returns the formula of an optimizer: what an update does, line by line. */
export function optimizerFormula(kind: OptimizerKind): Formula {
  const entry: Optimizer = optimizers[kind]
  const lines = entry.steps.flatMap(({ name, slot, symbol, tex, note = '' }) => {
    if (name === 'W') return [String.raw`${note}W\leftarrow ${tex}`]
    return symbol === undefined ? [] : [`${note}${symbol}${slot === undefined ? '=' : String.raw`\leftarrow `}${tex}`]
  })
  return { lines, symbols: [symbols.weight, symbols.gradient, symbols.learningRate, ...entry.symbols] }
}
