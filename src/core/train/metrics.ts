import { rowMaximum } from '../nn/softmax'
import type { Matrix } from '../tensor/matrix'

/** How good a network's answers are: the share of right classes (0–1), or the share of the variance explained (1 is perfect). */
export type Metric = 'accuracy' | 'r2'

/** The index of each row's largest score; the first of equals. */
export function predictedClasses(scores: Matrix): Int32Array {
  return Int32Array.from({ length: scores.rows }, (_, i) => {
    const row = scores.data.subarray(i * scores.columns, (i + 1) * scores.columns)
    return row.indexOf(rowMaximum(scores, i))
  })
}

/**
 * R² = 1 − Σ(a − y)² / Σ(y − ȳ)², ȳ the mean of these targets, sums over samples and outputs, accumulated batch by batch.
 * Where the targets do not vary it is 1 for a perfect fit and 0 otherwise, as in scikit-learn.
 */
export function rSquared(squaredResiduals: number, targets: Matrix): number {
  const { data, columns, rows } = targets
  let spread = 0
  for (let j = 0; j < columns; j++) {
    let sum = 0
    for (let i = 0; i < rows; i++) sum += data[i * columns + j]
    const mean = sum / rows
    for (let i = 0; i < rows; i++) {
      const d = data[i * columns + j] - mean
      spread += d * d
    }
  }
  if (spread === 0) return squaredResiduals === 0 ? 1 : 0
  return 1 - squaredResiduals / spread
}
