import { pow } from '../../math/pow'
import { metricOf, type Metric } from '../../metrics/metric'
import { lossKinds, lossOf, type LossSpec } from '../../nn/losses'
import { optionValues } from '../../nn/option'
import { optimizerOf, type OptimizerSpec } from '../../nn/optimizers'
import { lossContext, optimizerContext } from './contexts'

/** A loss as the kernels take it. */
export interface KernelLoss {
  /** Its place in the catalogue. */
  readonly code: number
  readonly readsLogits: boolean
  /** Numbers that it is averaged over in each row; 0 for the sum. */
  readonly averagedPerRow: number
  readonly metric: Metric
  /** Scores that a row can have: the outputs that are right or wrong by themselves, or one. */
  readonly scoresPerRow: number
  /** The numbers that its kernels are given, in the order of `lossContext`. */
  readonly numbers: readonly number[]
}

/** Returns a loss as the kernels take it, for a network with so many outputs. */
export function toKernelLoss(spec: LossSpec, outputs: number): KernelLoss {
  const { reads, averages, targets, options, weighsClasses } = lossOf(spec)
  const metric = metricOf(spec)
  const weights = (weighsClasses && spec.classWeights) || []
  const known: Readonly<Record<string, number>> = { ...optionValues(options, spec), weighsClasses: weights.length > 0 ? 1 : 0 }
  return {
    code: lossKinds.indexOf(spec.kind),
    readsLogits: reads === 'logits',
    averagedPerRow: spec.reduction === 'sum' ? 0 : averages === 'rows' ? 1 : outputs,
    metric,
    scoresPerRow: metric === 'accuracy' && targets === 'values' ? outputs : 1,
    numbers: [...lossContext.map((name) => known[name] ?? 0), ...weights]
  }
}

/** The context of an optimizer before its first step; 0 for an option that it does not take. */
export function contextNumbers(spec: OptimizerSpec): number[] {
  const { options, nesterov } = optimizerOf(spec)
  const known: Readonly<Record<string, number>> = { ...options, nesterov: nesterov ? 1 : 0, firstCorrection: 1, secondCorrection: 1 }
  return optimizerContext.map((name) => known[name] ?? 0)
}

/** 1 − βᵗ of both moments by the number of the update from 1; 1 for a moment that is not corrected. */
export function biasCorrections(spec: OptimizerSpec): readonly [(update: number) => number, (update: number) => number] {
  const { entry, options } = optimizerOf(spec)
  const corrected = entry.biasCorrected.map((beta) => biasCorrection(options[beta]))
  const none = () => 1
  return [corrected[0] ?? none, corrected[1] ?? none]
}

/** Powers take a microsecond; once 1 − βᵗ is 1 to the last bit it is so for every later t, and none is taken any more. */
function biasCorrection(beta: number): (update: number) => number {
  let firstOne = Infinity
  return (update) => {
    if (update >= firstOne) return 1
    const value = 1 - pow(beta, update)
    if (value === 1) firstOne = update
    return value
  }
}
