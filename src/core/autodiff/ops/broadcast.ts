import { AppError } from '../../messages/app-error'
import { shapeOf, zeros, type Matrix } from '../../tensor/matrix'
import type { Algebra, GraphNode, Operation } from './operation'

/** The gradient of a value used many times is the sum over its uses. */
function sumToShape(gradOutput: GraphNode, { rows, columns }: Matrix, { sum }: Algebra): GraphNode {
  const { value } = gradOutput
  const repeatedRows = rows !== value.rows
  const repeatedColumns = columns !== value.columns
  if (repeatedRows && repeatedColumns) return sum(gradOutput)
  return repeatedRows ? sum(gradOutput, 'rows') : repeatedColumns ? sum(gradOutput, 'columns') : gradOutput
}

/**
 * x repeated to fill a larger shape: one row for all rows, one column for all columns, or one element for all. The copy
 * gate: the gradients of the copies add up.
 *
 * Shapes: x [1, m], [n, 1], [1, 1] or [n, m] → [n, m].
 * Throws: shape.
 */
export function broadcast(rows: number, columns: number): Operation {
  return {
    name: 'broadcast',
    formula: 'yᵢⱼ = x',
    gate: 'adds up',
    kink: null,
    elementwise: false,
    forward([x]) {
      if ((x.rows !== 1 && x.rows !== rows) || (x.columns !== 1 && x.columns !== columns)) {
        const expected = `${rows}×${columns}`
        throw new AppError('shape.inputs', { operation: 'broadcast', input: 1, expected, actual: shapeOf(x) })
      }
      const y = zeros(rows, columns)
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          y.data[i * columns + j] = x.data[(x.rows === 1 ? 0 : i) * x.columns + (x.columns === 1 ? 0 : j)]
        }
      }
      return y
    },
    partials: [
      {
        formula: 'Σ g over the copies',
        vjp: (gradOutput, { inputs: [x] }, ops) => sumToShape(gradOutput, x.value, ops),
        jvp: (tangent, _node, ops) => ops.broadcast(tangent, rows, columns)
      }
    ]
  }
}
