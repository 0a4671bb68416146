import { pow } from '../../math/pow'
import type { OptimizerKind, OptimizerOptionName } from '../../nn/optimizers'
import type { Written } from '../record/written'
import { written } from '../record/written'

/** The numbers that an optimizer's parts are computed with. */
export interface UpdateNumbers extends Readonly<Record<OptimizerOptionName, number>> {
  readonly nesterov: boolean
  readonly learningRate: number
  /** The number of the update, from 1. */
  readonly step: number
}

/** A part of an update, before the new parameter itself: what an optimizer keeps, or computes on its way. */
export interface UpdatePart {
  /** The step's id after the tensor's: `v` for W1.v. */
  readonly name: string
  /** Where the optimizer keeps it; absent for what it computes anew. */
  readonly slot?: number
  readonly formula: string
  readonly tex: string
  /** The TeX of its name from that of the tensor. */
  sign(tensor: string): string
  /** Its sources: the parameter W, its gradient g, its own value before the step (`old`), or an earlier part by name. */
  readonly reads: readonly ('W' | 'g' | 'old' | string)[]
  /** Terms that add up to it, from what it reads in that order. */
  terms(values: readonly number[], numbers: UpdateNumbers): number[]
  writtenAs(values: readonly number[], numbers: UpdateNumbers): Written
  /** In the notation of code/parse.ts, from the names of what it reads. */
  code(names: readonly string[], numbers: UpdateNumbers): string
}

/** An optimizer's update taken apart: its parts, and the new parameter from them. */
export interface OptimizerRule {
  parts(numbers: UpdateNumbers): readonly UpdatePart[]
  readonly last: (numbers: UpdateNumbers) => Omit<UpdatePart, 'name' | 'slot' | 'formula' | 'sign'>
}

const kept = (name: string) => (tensor: string) => `${name}(${tensor})`

/** W − η·(what the optimizer has made of the gradient). */
function descend(source: string): Omit<UpdatePart, 'name' | 'slot' | 'formula' | 'sign'> {
  return {
    reads: ['W', source],
    tex: `W-\\eta\\,${source}`,
    terms: ([w, x], { learningRate }) => [w, -learningRate * x],
    writtenAs: ([w, x], { learningRate }) => written`${w}−${learningRate}·${x}`,
    code: ([w, x]) => `${w} - eta * ${x}`
  }
}

/** W − η·g / (√s + ε): RMSprop's and AdaGrad's. */
const scaledDescent: Omit<UpdatePart, 'name' | 'slot' | 'formula' | 'sign'> = {
  reads: ['W', 'g', 's'],
  tex: 'W-\\frac{\\eta\\,g}{\\sqrt s+\\epsilon}',
  terms: ([w, g, s], { learningRate, epsilon }) => [w, (-learningRate * g) / (Math.sqrt(s) + epsilon)],
  writtenAs: ([w, g, s], { learningRate, epsilon }) => written`${w}−${learningRate}·${g}/(√${s}+${epsilon})`,
  code: ([w, g, s]) => `${w} - eta * ${g} / (sqrt(${s}) + epsilon)`
}

/** m, v, their corrected means, and the step. */
const adamParts: readonly UpdatePart[] = [
  {
    name: 'm',
    slot: 0,
    formula: 'β₁m + (1 − β₁)g',
    tex: '\\beta_1m+(1-\\beta_1)g',
    sign: kept('m'),
    reads: ['old', 'g'],
    terms: ([m, g], { beta1 }) => [beta1 * m, (1 - beta1) * g],
    writtenAs: ([m, g], { beta1 }) => written`${beta1}·${m}+(1−${beta1})·${g}`,
    code: ([m, g]) => `beta1 * ${m} + (1 - beta1) * ${g}`
  },
  {
    name: 'v',
    slot: 1,
    formula: 'β₂v + (1 − β₂)g²',
    tex: '\\beta_2v+(1-\\beta_2)g^2',
    sign: kept('v'),
    reads: ['old', 'g'],
    terms: ([v, g], { beta2 }) => [beta2 * v, (1 - beta2) * g * g],
    writtenAs: ([v, g], { beta2 }) => written`${beta2}·${v}+(1−${beta2})·${g}²`,
    code: ([v, g]) => `beta2 * ${v} + (1 - beta2) * ${g} ** 2`
  },
  {
    name: 'mhat',
    formula: 'm/(1 − β₁ᵗ)',
    tex: '\\frac m{1-\\beta_1^t}',
    sign: kept('mhat'),
    reads: ['m'],
    terms: ([m], { beta1, step }) => [m / (1 - pow(beta1, step))],
    writtenAs: ([m], { beta1, step }) => written`${m}/(1−${beta1}^${step})`,
    code: ([m]) => `${m} / (1 - beta1 ** t)`
  },
  {
    name: 'vhat',
    formula: 'v/(1 − β₂ᵗ)',
    tex: '\\frac v{1-\\beta_2^t}',
    sign: kept('vhat'),
    reads: ['v'],
    terms: ([v], { beta2, step }) => [v / (1 - pow(beta2, step))],
    writtenAs: ([v], { beta2, step }) => written`${v}/(1−${beta2}^${step})`,
    code: ([v]) => `${v} / (1 - beta2 ** t)`
  },
  {
    name: 'step',
    formula: 'η·m̂/(√v̂ + ε)',
    tex: '\\frac{\\eta\\,\\hat m}{\\sqrt{\\hat v}+\\epsilon}',
    sign: kept('step'),
    reads: ['mhat', 'vhat'],
    terms: ([m, v], { learningRate, epsilon }) => [(learningRate * m) / (Math.sqrt(v) + epsilon)],
    writtenAs: ([m, v], { learningRate, epsilon }) => written`${learningRate}·${m}/(√${v}+${epsilon})`,
    code: ([m, v]) => `eta * ${m} / (sqrt(${v}) + epsilon)`
  }
]

function lessStep(from: string): Omit<UpdatePart, 'name' | 'slot' | 'formula' | 'sign'> {
  return {
    reads: [from, 'step'],
    tex: `${from === 'W' ? 'W' : '(1-\\eta\\lambda)W'}-\\frac{\\eta\\,\\hat m}{\\sqrt{\\hat v}+\\epsilon}`,
    terms: ([w, step]) => [w, -step],
    writtenAs: ([w, step]) => written`${w}−${step}`,
    code: ([w, step]) => `${w} - ${step}`
  }
}

/** The rule of each optimizer; a new one is one entry. */
export const optimizerRules: Readonly<Record<OptimizerKind, OptimizerRule>> = {
  sgd: {
    parts: ({ momentum }) =>
      momentum === 0
        ? []
        : [
            {
              name: 'v',
              slot: 0,
              formula: 'μ·v + g',
              tex: '\\mu v+g',
              sign: kept('v'),
              reads: ['old', 'g'],
              terms: ([v, g], numbers) => [numbers.momentum * v, g],
              writtenAs: ([v, g], numbers) => written`${numbers.momentum}·${v}+${g}`,
              code: ([v, g]) => `mu * ${v} + ${g}`
            }
          ],
    last({ momentum, nesterov }) {
      if (momentum === 0) return descend('g')
      if (!nesterov) return descend('v')
      return {
        reads: ['W', 'g', 'v'],
        tex: 'W-\\eta\\,(g+\\mu v)',
        terms: ([w, g, v], numbers) => [w, -numbers.learningRate * g, -numbers.learningRate * numbers.momentum * v],
        writtenAs: ([w, g, v], numbers) => written`${w}−${numbers.learningRate}·(${g}+${numbers.momentum}·${v})`,
        code: ([w, g, v]) => `${w} - eta * (${g} + mu * ${v})`
      }
    }
  },
  rmsprop: {
    parts: () => [
      {
        name: 's',
        slot: 0,
        formula: 'ρ·s + (1 − ρ)·g²',
        tex: '\\rho s+(1-\\rho)g^2',
        sign: kept('s'),
        reads: ['old', 'g'],
        terms: ([s, g], { decay }) => [decay * s, (1 - decay) * g * g],
        writtenAs: ([s, g], { decay }) => written`${decay}·${s}+(1−${decay})·${g}²`,
        code: ([s, g]) => `rho * ${s} + (1 - rho) * ${g} ** 2`
      }
    ],
    last: () => scaledDescent
  },
  adagrad: {
    parts: () => [
      {
        name: 's',
        slot: 0,
        formula: 's + g²',
        tex: 's+g^2',
        sign: kept('s'),
        reads: ['old', 'g'],
        terms: ([s, g]) => [s, g * g],
        writtenAs: ([s, g]) => written`${s}+${g}²`,
        code: ([s, g]) => `${s} + ${g} ** 2`
      }
    ],
    last: () => scaledDescent
  },
  adam: { parts: () => adamParts, last: () => lessStep('W') },
  adamw: {
    parts: () => [
      {
        name: 'decayed',
        formula: 'W·(1 − η·λ)',
        tex: '(1-\\eta\\lambda)W',
        sign: (tensor) => `(1-\\eta\\lambda)${tensor}`,
        reads: ['W'],
        terms: ([w], { learningRate, weightDecay }) => [w * (1 - learningRate * weightDecay)],
        writtenAs: ([w], { learningRate, weightDecay }) => written`${w}·(1−${learningRate}·${weightDecay})`,
        code: ([w]) => `${w} * (1 - eta * weight_decay)`
      },
      ...adamParts
    ],
    last: () => lessStep('decayed')
  }
}
