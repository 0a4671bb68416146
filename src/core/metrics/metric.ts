import { lossOf, type LossSpec } from '../nn/losses'

/**
 * How good a network's answers are: the share of right classes (0–1), or the share of the variance explained (1 is
 * perfect).
 */
export type Metric = 'accuracy' | 'r2'

/** What a loss is judged by: accuracy for those of classification, R² for the others. */
export function metricOf(spec: LossSpec): Metric {
  return lossOf(spec).task === 'regression' ? 'r2' : 'accuracy'
}
