import { pow } from '../../math/pow'
import { lossOf, type LossSpec } from '../../nn/losses'
import { optimizerOptions, optimizers, type OptimizerSpec } from '../../nn/optimizers'

/** What the kernels of the losses are given: positive weight, delta, margin, whether classes have weights, and these. */
export function lossNumbers(spec: LossSpec): number[] {
  const { options, weighsClasses } = lossOf(spec)
  const numbers = (['positiveWeight', 'delta', 'margin'] as const).map((name) => spec[name] ?? options[name]?.default ?? 0)
  const weights = (weighsClasses && spec.classWeights) || []
  return [...numbers, weights.length > 0 ? 1 : 0, ...weights]
}

/** What the kernels of the optimizers are given, with places for what is scheduled: the learning rate, and 1 − β₁ᵗ and 1 − β₂ᵗ. */
export function optimizerNumbers(spec: OptimizerSpec): number[] {
  const value = (name: keyof typeof optimizerOptions) => spec[name] ?? optimizerOptions[name].default
  const nesterov = optimizers[spec.kind].nesterov && spec.nesterov === true
  return [
    0, value('momentum'), value('decay'), value('beta1'), value('beta2'), value('epsilon'), value('weightDecay'), nesterov ? 1 : 0, 1, 1
  ]
}

/** Where the scheduled numbers have their places among those of the optimizer. */
export const scheduledPlaces = { learningRate: 0, firstCorrection: 8, secondCorrection: 9 } as const

/** Scheduled numbers of one step. */
export const SCHEDULED = 3

/** 1 − βᵗ of both moments by the number of the update from 1; 1 for an optimizer without them. */
export function biasCorrections({ kind, beta1, beta2 }: OptimizerSpec): readonly [(update: number) => number, (update: number) => number] {
  if (optimizers[kind].slots !== 2) return [() => 1, () => 1]
  return [biasCorrection(beta1 ?? optimizerOptions.beta1.default), biasCorrection(beta2 ?? optimizerOptions.beta2.default)]
}

/** Powers take a microsecond; once 1 − βᵗ is 1 to the last bit it is so for every later t, and none is taken any more. */
function biasCorrection(beta: number): (update: number) => number {
  let settled = Infinity
  return (update) => {
    if (update >= settled) return 1
    const value = 1 - pow(beta, update)
    if (value === 1) settled = update
    return value
  }
}
