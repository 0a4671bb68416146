import type { RocCurve } from './roc-curve'

/**
 * Computes the area under a ROC curve by trapezoids, 0–1: the probability that a positive scores higher than a negative, an
 * equal score counting one half. NaN where the curve is.
 * Source: J. Hanley, B. McNeil, "The meaning and use of the area under a ROC curve", 1982; scikit-learn,
 * `roc_auc_score`.
 */
export function areaUnderCurve({ falsePositiveRate, truePositiveRate }: RocCurve): number {
  let area = falsePositiveRate[0] + truePositiveRate[0]
  for (let i = 1; i < falsePositiveRate.length; i++) {
    area += ((falsePositiveRate[i] - falsePositiveRate[i - 1]) * (truePositiveRate[i] + truePositiveRate[i - 1])) / 2
  }
  return area
}
