import type { Matrix } from '../../tensor/matrix'
import { sumOver } from './sum'
import type { Axis, Operation } from './operation'

const formulas: Record<Axis, string> = { all: 'y = 1/N Σᵢⱼ xᵢⱼ', rows: 'yⱼ = 1/N Σᵢ xᵢⱼ', columns: 'yᵢ = 1/N Σⱼ xᵢⱼ' }

function countOver({ rows, columns }: Matrix, over: Axis): number {
  return over === 'all' ? rows * columns : over === 'rows' ? rows : columns
}

/**
 * The mean of the elements over all, over the rows or over the columns; dy is the same mean of dx, so that each of the
 * N elements receives 1/N of the gradient.
 *
 * Shapes: x [n, m] → [1, 1], [1, m] or [n, 1].
 */
export function mean(over: Axis): Operation {
  return {
    name: 'mean',
    formula: formulas[over],
    gate: 'distributes',
    kink: null,
    elementwise: false,
    parameters: { over },
    forward([x]) {
      const y = sumOver(x, over)
      const count = countOver(x, over)
      for (let e = 0; e < y.data.length; e++) y.data[e] /= count
      return y
    },
    partials: [
      {
        formula: 'g / N, repeated',
        vjp: (gradOutput, { inputs: [{ value }] }, { broadcast, constant, divide }) =>
          broadcast(divide(gradOutput, constant(countOver(value, over))), value.rows, value.columns),
        jvp: (tangent, _node, { mean }) => mean(tangent, over)
      }
    ]
  }
}
