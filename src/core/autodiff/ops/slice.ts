import { AppError } from '../../messages/app-error'
import { zeros, type Matrix } from '../../tensor/matrix'
import type { Operation } from './operation'

/** The rows or columns that an index chooses: one, or all for null. */
function chosen(index: number | null, count: number): number[] {
  if (index === null) return Array.from({ length: count }, (_, i) => i)
  if (index < 0 || index >= count) {
    throw new AppError('shape.mismatch', { operation: 'slice', expected: `0 … ${count - 1}`, actual: `${index}` })
  }
  return [index]
}

/** 1 where an element is chosen, 0 elsewhere, in the shape of x. */
function mask({ rows, columns }: Matrix, row: number | null, column: number | null): Matrix {
  const result = zeros(rows, columns)
  for (const i of chosen(row, rows)) for (const j of chosen(column, columns)) result.data[i * columns + j] = 1
  return result
}

/**
 * One element, one row or one column of a matrix, counted from 0; null stands for all of them. The gradient goes to what
 * was chosen.
 *
 * Shapes: x [n, m] → [1, 1], [1, m] or [n, 1].
 * Throws: shape.
 */
export function slice(row: number | null, column: number | null): Operation {
  return {
    name: 'slice',
    formula: 'y = xᵢⱼ',
    gate: 'routes',
    kink: null,
    elementwise: false,
    parameters: { row, column },
    forward([x]) {
      const rows = chosen(row, x.rows)
      const columns = chosen(column, x.columns)
      const y = zeros(rows.length, columns.length)
      rows.forEach((i, k) => columns.forEach((j, l) => (y.data[k * columns.length + l] = x.data[i * x.columns + j])))
      return y
    },
    partials: [
      {
        formula: 'g at the chosen elements, else 0',
        vjp: (gradOutput, { inputs: [x] }, { constant, multiply }) => multiply(gradOutput, constant(mask(x.value, row, column))),
        jvp: (tangent, _node, { slice }) => slice(tangent, row, column)
      }
    ]
  }
}
