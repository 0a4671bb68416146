import { lossOf, type LossSpec } from '../nn/losses'

/**
 * Main metric of a network: accuracy, the fraction of correct predictions (0–1), or R², the fraction of variance explained (1 is
 * perfect).
 */
export type Metric = 'accuracy' | 'r2'

/** Returns the main metric for a loss: accuracy for classification, R² for regression. */
export function metricOf(spec: LossSpec): Metric {
  return lossOf(spec).task === 'regression' ? 'r2' : 'accuracy'
}
