import { thresholdCounts, type ThresholdCounts } from './threshold-counts'

/** A receiver operating characteristic: one point for each threshold, from (0, 0) to (1, 1). */
export interface RocCurve {
  /** From Infinity (nothing predicted positive) down to the lowest score (everything predicted positive). */
  readonly thresholds: Float64Array
  /** Fraction of the negatives predicted positive. */
  readonly falsePositiveRate: Float64Array
  /** Fraction of the positives predicted positive. */
  readonly truePositiveRate: Float64Array
}

/**
 * Computes the ROC curve of scores against binary labels, every distinct score being a threshold. Without any positive (or negative)
 * its rate is NaN throughout.
 *
 * Shapes: scores [samples], labels [samples] of 0 and 1 → one point more than there are distinct scores.
 * Throws: shape.
 * Source: T. Fawcett, "An introduction to ROC analysis", 2006, algorithm 1; scikit-learn, `roc_curve` with
 * drop_intermediate=False (whose versions before 1.3 have the highest score plus 1 for Infinity).
 */
export function rocCurve(scores: ArrayLike<number>, labels: ArrayLike<number>): RocCurve {
  return rocCurveOf(thresholdCounts(scores, labels))
}

/** Computes the ROC curve from the counts at each threshold. */
export function rocCurveOf({ thresholds, truePositives, falsePositives, positives, negatives }: ThresholdCounts): RocCurve {
  return {
    thresholds,
    falsePositiveRate: falsePositives.map((count) => count / negatives),
    truePositiveRate: truePositives.map((count) => count / positives)
  }
}
