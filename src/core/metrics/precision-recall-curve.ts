import { thresholdCounts, type ThresholdCounts } from './threshold-counts'

/** Precision against recall: one point for each threshold, in descending order. */
export interface PrecisionRecallCurve {
  /** From Infinity (nothing predicted positive: precision 1 by convention, recall 0) down to the lowest score. */
  readonly thresholds: Float64Array
  readonly precision: Float64Array
  readonly recall: Float64Array
}

/**
 * Computes the precision–recall curve of scores against binary labels. Without any positive, recall is 1 at every threshold but the
 * first.
 *
 * Shapes: scores [samples], labels [samples] of 0 and 1 → one point more than there are distinct scores.
 * Throws: shape.
 * Source: scikit-learn, `precision_recall_curve` (which lists the same points from the lowest threshold up, the first
 * one last).
 */
export function precisionRecallCurve(scores: ArrayLike<number>, labels: ArrayLike<number>): PrecisionRecallCurve {
  return precisionRecallOf(thresholdCounts(scores, labels))
}

/** Computes the precision–recall curve from the counts at each threshold. */
export function precisionRecallOf({ thresholds, truePositives, falsePositives, positives }: ThresholdCounts): PrecisionRecallCurve {
  return {
    thresholds,
    precision: truePositives.map((hits, i) => (i === 0 ? 1 : hits / (hits + falsePositives[i]))),
    recall: truePositives.map((hits, i) => (i === 0 ? 0 : positives === 0 ? 1 : hits / positives))
  }
}

/**
 * Computes the average precision Σₙ (Rₙ − Rₙ₋₁) Pₙ over the thresholds, 0–1: the area under the curve as steps, not trapezoids, which
 * would be too optimistic.
 * Source: scikit-learn, `average_precision_score`.
 */
export function averagePrecision({ precision, recall }: PrecisionRecallCurve): number {
  let sum = 0
  for (let i = 1; i < recall.length; i++) sum += (recall[i] - recall[i - 1]) * precision[i]
  return sum
}
