import { pow } from '../../math/pow'
import { metricOf, type Metric } from '../../metrics/metric'
import { lossKinds, lossOf, type LossSpec } from '../../nn/losses'
import { optimizerOptions, optimizers, type OptimizerSpec } from '../../nn/optimizers'

/** What the machine goes by in a loss. */
export interface LossFacts {
  /** Its place in the catalogue. */
  readonly code: number
  readonly readsLogits: boolean
  /** Numbers that it is averaged over in each row; 0 for the sum. */
  readonly averagedPerRow: number
  readonly metric: Metric
  /** Scores that a row can have: the outputs that are right or wrong by themselves, or one. */
  readonly scoresPerRow: number
  /** What its kernels are given: positive weight, delta, margin, whether classes have weights, and these. */
  readonly numbers: readonly number[]
}

export function lossFacts(spec: LossSpec, outputs: number): LossFacts {
  const { reads, averages, targets, options, weighsClasses } = lossOf(spec)
  const metric = metricOf(spec)
  const numbers = (['positiveWeight', 'delta', 'margin'] as const).map((name) => spec[name] ?? options[name]?.default ?? 0)
  const weights = (weighsClasses && spec.classWeights) || []
  return {
    code: lossKinds.indexOf(spec.kind),
    readsLogits: reads === 'logits',
    averagedPerRow: spec.reduction === 'sum' ? 0 : averages === 'rows' ? 1 : outputs,
    metric,
    scoresPerRow: metric === 'accuracy' && targets === 'values' ? outputs : 1,
    numbers: [...numbers, weights.length > 0 ? 1 : 0, ...weights]
  }
}

/** What the kernels of the optimizers are given, with places for what is scheduled: the learning rate, and 1 − β₁ᵗ and 1 − β₂ᵗ. */
export function optimizerNumbers(spec: OptimizerSpec): number[] {
  const value = (name: keyof typeof optimizerOptions) => spec[name] ?? optimizerOptions[name].default
  const nesterov = optimizers[spec.kind].nesterov && spec.nesterov === true
  return [
    0,
    value('momentum'),
    value('decay'),
    value('beta1'),
    value('beta2'),
    value('epsilon'),
    value('weightDecay'),
    nesterov ? 1 : 0,
    1,
    1
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
