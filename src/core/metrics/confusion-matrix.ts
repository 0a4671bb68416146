import { AppError } from '../messages/app-error'
import { zeros, type Matrix } from '../tensor/matrix'

/**
 * How often each class was taken for which: element (i, j) counts the samples of class i predicted as class j.
 *
 * Shapes: truth [samples], predicted [samples], both class indices below `classes` → [classes, classes].
 * Throws: shape, when the two differ in length.
 * Source: scikit-learn, `confusion_matrix` (rows are the truth).
 */
export function confusionMatrix(truth: ArrayLike<number>, predicted: ArrayLike<number>, classes: number): Matrix {
  if (truth.length !== predicted.length) {
    throw new AppError('shape.mismatch', {
      operation: 'confusion matrix',
      expected: `${truth.length} predictions`,
      actual: `${predicted.length}`
    })
  }
  const counts = zeros(classes, classes)
  for (let i = 0; i < truth.length; i++) counts.data[truth[i] * classes + predicted[i]] += 1
  return counts
}
