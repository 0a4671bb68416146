import { AppError } from '../messages/app-error'
import { zeros, type Matrix } from '../tensor/matrix'

/**
 * Counts predictions by class: element (i, j) is the number of samples of class i predicted as class j.
 *
 * Shapes: labels [samples], predicted [samples], both class indices below `classes` → [classes, classes].
 * Throws: shape, when the two differ in length.
 * Source: scikit-learn, `confusion_matrix` (rows are the actual classes).
 */
export function confusionMatrix(labels: ArrayLike<number>, predicted: ArrayLike<number>, classes: number): Matrix {
  if (labels.length !== predicted.length) {
    throw new AppError('shape.mismatch', {
      operation: 'confusion matrix',
      expected: `${labels.length} predictions`,
      actual: `${predicted.length}`
    })
  }
  const counts = zeros(classes, classes)
  for (let i = 0; i < labels.length; i++) counts.data[labels[i] * classes + predicted[i]] += 1
  return counts
}
