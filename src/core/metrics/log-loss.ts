import { AppError } from '../messages/app-error'
import { ln } from '../math/ln'
import type { Matrix } from '../tensor/matrix'

/**
 * Lower limit of probabilities, so that one confidently wrong prediction costs 36 nats and not infinitely many.
 */
const SMALLEST = 2.220446049250313e-16

/**
 * Computes −1/N Σᵢ ln p(the true class of sample i), in nats: 0 is perfect, ln C is random guessing. A probability below 2⁻⁵² counts as
 * 2⁻⁵².
 *
 * Shapes: probabilities [samples, classes], labels [samples] class indices.
 * Throws: shape.
 * Source: scikit-learn, `log_loss`.
 */
export function logLoss(probabilities: Matrix, labels: ArrayLike<number>): number {
  const { rows, columns, data } = probabilities
  if (rows !== labels.length) {
    throw new AppError('shape.mismatch', { operation: 'log loss', expected: `${labels.length} rows`, actual: `${rows}` })
  }
  let sum = 0
  for (let i = 0; i < rows; i++) {
    const p = data[i * columns + labels[i]]
    sum -= ln(p < SMALLEST ? SMALLEST : p)
  }
  return sum / rows
}
