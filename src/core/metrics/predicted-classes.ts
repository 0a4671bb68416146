import { rowMaximum } from '../nn/softmax'
import type { Matrix } from '../tensor/matrix'

/**
 * From this probability on the positive class is predicted. Source: scikit-learn's and PyTorch's examples; one half is
 * the even bet.
 */
const THRESHOLD = 0.5

/** The index of each row's largest score; the first of equals. */
export function predictedClasses(scores: Matrix): Int32Array {
  return Int32Array.from({ length: scores.rows }, (_, i) => {
    const row = scores.data.subarray(i * scores.columns, (i + 1) * scores.columns)
    return row.indexOf(rowMaximum(scores, i))
  })
}

/** Whether a probability (or a target, 0 or 1) stands for the positive class. */
export function isPositive(probability: number): boolean {
  return probability >= THRESHOLD
}
