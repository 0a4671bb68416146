import type { Matrix } from '../tensor/matrix'

/**
 * Computes R² = 1 − Σ(a − y)² / Σ(y − ȳ)², ȳ being the mean of these targets, both sums over samples and outputs; 1 is perfect,
 * 0 is as good as their mean, and it has no lower bound. Where the targets do not vary it is 1 for a perfect fit and 0
 * otherwise. The same in any units.
 *
 * Shapes: targets [samples, outputs]; the squared residuals are summed by the caller, so that a dataset may be processed in parts.
 * Source: scikit-learn, `r2_score` with multioutput='variance_weighted' (for one output they are all the same).
 */
export function rSquared(squaredResiduals: number, targets: Matrix): number {
  const { data, columns, rows } = targets
  let spread = 0
  for (let j = 0; j < columns; j++) {
    let sum = 0
    let isConstant = true
    for (let i = 0; i < rows; i++) {
      sum += data[i * columns + j]
      isConstant &&= data[i * columns + j] === data[j]
    }
    // The mean of equal numbers can be off by a rounding, which is no spread.
    if (isConstant) continue
    const mean = sum / rows
    for (let i = 0; i < rows; i++) {
      const d = data[i * columns + j] - mean
      spread += d * d
    }
  }
  if (spread === 0) return squaredResiduals === 0 ? 1 : 0
  return 1 - squaredResiduals / spread
}
