import { AppError } from '../messages/app-error'
import { ln } from '../math/ln'
import type { Matrix } from '../tensor/matrix'

/**
 * The smallest probability that is reckoned with, so that one hopeless answer costs 36 nats and not infinitely many.
 */
const SMALLEST = 2.220446049250313e-16

/**
 * −1/N Σᵢ ln p(the true class of sample i), in nats: 0 is perfect, ln C is guessing. A probability below 2⁻⁵² counts as
 * 2⁻⁵².
 *
 * Shapes: probabilities [samples, classes], truth [samples] class indices.
 * Throws: shape.
 * Source: scikit-learn, `log_loss`.
 */
export function logLoss(probabilities: Matrix, truth: ArrayLike<number>): number {
  const { rows, columns, data } = probabilities
  if (rows !== truth.length) {
    throw new AppError('shape.mismatch', { operation: 'log loss', expected: `${truth.length} rows`, actual: `${rows}` })
  }
  let sum = 0
  for (let i = 0; i < rows; i++) {
    const p = data[i * columns + truth[i]]
    sum -= ln(p < SMALLEST ? SMALLEST : p)
  }
  return sum / rows
}
