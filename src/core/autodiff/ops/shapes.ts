import { AppError } from '../../messages/app-error'
import { shapeOf, type Matrix } from '../../tensor/matrix'

/**
 * Makes sure that all inputs of an operation have the shape of the first.
 * Throws: shape, naming the operation, the input and both shapes.
 */
export function requireSameShape(operation: string, [first, ...others]: readonly Matrix[]): void {
  others.forEach((other, index) => {
    if (shapeOf(other) !== shapeOf(first)) {
      const shapes = { expected: shapeOf(first), actual: shapeOf(other) }
      throw new AppError('shape.inputs', { operation, input: index + 2, ...shapes })
    }
  })
}

/**
 * Makes sure that a gradient or a direction has the shape of what it belongs to.
 * Throws: shape.
 */
export function requireShapeOf(what: string, expected: Matrix, actual: Matrix): void {
  if (shapeOf(actual) !== shapeOf(expected)) {
    throw new AppError('shape.mismatch', { operation: what, expected: shapeOf(expected), actual: shapeOf(actual) })
  }
}
