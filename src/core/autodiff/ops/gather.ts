import { AppError } from '../../messages/app-error'
import { zeros, type Matrix } from '../../tensor/matrix'
import type { Operation } from './operation'

/** 1 at (i, indices[i]), 0 elsewhere: [indices.length, columns]. */
export function oneHot(indices: ArrayLike<number>, columns: number): Matrix {
  const result = zeros(indices.length, columns)
  for (let i = 0; i < indices.length; i++) result.data[i * columns + indices[i]] = 1
  return result
}

function requireIndices(x: Matrix, indices: ArrayLike<number>): void {
  if (indices.length !== x.rows) {
    const expected = `${x.rows} indices`
    throw new AppError('shape.mismatch', { operation: 'gather', expected, actual: `${indices.length}` })
  }
  for (let i = 0; i < indices.length; i++) {
    if (!Number.isInteger(indices[i]) || indices[i] < 0 || indices[i] >= x.columns) {
      const expected = `0 … ${x.columns - 1}`
      throw new AppError('shape.mismatch', { operation: 'gather', expected, actual: `${indices[i]}` })
    }
  }
}

/**
 * One element of each row, chosen by its index; the gradient goes to it.
 *
 * Shapes: x [n, m], n indices below m → [n, 1].
 * Throws: shape.
 */
export function gather(indices: ArrayLike<number>): Operation {
  return {
    name: 'gather',
    formula: 'yᵢ = xᵢ,ₖ with k = indices[i]',
    gate: 'routes',
    kink: null,
    elementwise: false,
    parameters: { indices },
    forward([x]) {
      requireIndices(x, indices)
      const y = zeros(x.rows, 1)
      for (let i = 0; i < x.rows; i++) y.data[i] = x.data[i * x.columns + indices[i]]
      return y
    },
    partials: [
      {
        formula: 'g at the chosen element, else 0',
        vjp: (gradOutput, { inputs: [x] }, { constant, multiply }) => multiply(gradOutput, constant(oneHot(indices, x.value.columns))),
        jvp: (tangent, _node, { gather }) => gather(tangent, indices)
      }
    ]
  }
}
