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

/** What the kernels of the optimizers are given for one step; `update` is its number from 1. */
export function optimizerNumbers(spec: OptimizerSpec, learningRate: number, update: number): number[] {
  const value = (name: keyof typeof optimizerOptions) => spec[name] ?? optimizerOptions[name].default
  const nesterov = optimizers[spec.kind].nesterov && spec.nesterov === true
  const corrects = optimizers[spec.kind].slots === 2
  const correction = (beta: number) => (corrects ? 1 - pow(beta, update) : 1)
  return [
    learningRate, value('momentum'), value('decay'), value('beta1'), value('beta2'), value('epsilon'), value('weightDecay'),
    nesterov ? 1 : 0, correction(value('beta1')), correction(value('beta2'))
  ]
}
