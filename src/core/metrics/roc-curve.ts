import { thresholdCounts, type ThresholdCounts } from './threshold-counts'

/** A receiver operating characteristic: one point a threshold, from (0, 0) to (1, 1). */
export interface RocCurve {
  /** From Infinity (nothing is called positive) down to the lowest score (everything is). */
  readonly thresholds: Float64Array
  /** The share of the negatives called positive. */
  readonly falsePositiveRate: Float64Array
  /** The share of the positives found. */
  readonly truePositiveRate: Float64Array
}

/**
 * The ROC curve of scores against a yes-or-no truth, every distinct score being a threshold. Without a single positive
 * (or negative) its rate is NaN throughout: there is nothing to find.
 *
 * Shapes: scores [samples], truth [samples] of 0 and 1 → one point more than there are distinct scores.
 * Throws: shape.
 * Source: T. Fawcett, "An introduction to ROC analysis", 2006, algorithm 1; scikit-learn, `roc_curve` with
 * drop_intermediate=False (whose versions before 1.3 have the highest score plus 1 for Infinity).
 */
export function rocCurve(scores: ArrayLike<number>, truth: ArrayLike<number>): RocCurve {
  return rocCurveOf(thresholdCounts(scores, truth))
}

/** The ROC curve of what was counted at each threshold. */
export function rocCurveOf({ thresholds, truePositives, falsePositives, positives, negatives }: ThresholdCounts): RocCurve {
  return {
    thresholds,
    falsePositiveRate: falsePositives.map((count) => count / negatives),
    truePositiveRate: truePositives.map((count) => count / positives)
  }
}
