import { rowMaximum } from '../../nn/softmax'
import { zeros } from '../../tensor/matrix'
import type { Operation } from './operation'

/**
 * The largest element of each row; the gradient goes to it. Equal largest elements share it evenly.
 *
 * Shapes: x [n, m] → [n, 1].
 */
export const rowMax: Operation = {
  name: 'row max',
  formula: 'yᵢ = maxⱼ xᵢⱼ',
  gate: 'routes',
  kink: { code: 'graph.kink-shared', details: {} },
  elementwise: false,
  forward([x]) {
    const y = zeros(x.rows, 1)
    for (let i = 0; i < x.rows; i++) y.data[i] = rowMaximum(x, i)
    return y
  },
  partials: [
    {
      formula: 'g · [xᵢⱼ is the largest]',
      vjp: (gradOutput, { inputs: [x] }, { multiply, rowMaxShare }) => multiply(gradOutput, rowMaxShare(x)),
      jvp: (tangent, { inputs: [x] }, { multiply, rowMaxShare, sum }) => sum(multiply(rowMaxShare(x), tangent), 'columns')
    }
  ]
}
