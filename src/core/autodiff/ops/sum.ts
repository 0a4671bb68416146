import { zeros, type Matrix } from '../../tensor/matrix'
import type { Axis, Operation } from './operation'

const formulas: Record<Axis, string> = { all: 'y = Σᵢⱼ xᵢⱼ', rows: 'yⱼ = Σᵢ xᵢⱼ', columns: 'yᵢ = Σⱼ xᵢⱼ' }

/** The sums of x over an axis, each from its first term to its last. */
export function sumOver(x: Matrix, over: Axis): Matrix {
  const y = zeros(over === 'columns' ? x.rows : 1, over === 'rows' ? x.columns : 1)
  for (let i = 0; i < x.rows; i++) {
    for (let j = 0; j < x.columns; j++) {
      y.data[over === 'all' ? 0 : over === 'rows' ? j : i] += x.data[i * x.columns + j]
    }
  }
  return y
}

/**
 * The sum of the elements over all, over the rows or over the columns; dy is the same sum of dx, so that the gradient
 * is handed to every element that was added.
 *
 * Shapes: x [n, m] → [1, 1], [1, m] or [n, 1].
 */
export function sum(over: Axis): Operation {
  return {
    name: 'sum',
    formula: formulas[over],
    gate: 'distributes',
    kink: null,
    elementwise: false,
    parameters: { over },
    forward: ([x]) => sumOver(x, over),
    partials: [
      {
        formula: 'g, repeated',
        vjp: (gradOutput, { inputs: [{ value }] }, { broadcast }) => broadcast(gradOutput, value.rows, value.columns),
        jvp: (tangent, _node, { sum }) => sum(tangent, over)
      }
    ]
  }
}
