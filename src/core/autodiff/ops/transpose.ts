import { zeros } from '../../tensor/matrix'
import type { Operation } from './operation'

/**
 * Y = Xᵀ; dY = dXᵀ, so that the gradient is transposed on its way back.
 *
 * Shapes: x [n, m] → [m, n].
 */
export const transpose: Operation = {
  name: 'transpose',
  formula: 'Y = Xᵀ',
  gate: 'none',
  kink: null,
  elementwise: false,
  forward([x]) {
    const y = zeros(x.columns, x.rows)
    for (let i = 0; i < x.rows; i++) {
      for (let j = 0; j < x.columns; j++) y.data[j * x.rows + i] = x.data[i * x.columns + j]
    }
    return y
  },
  partials: [
    {
      formula: 'Gᵀ',
      vjp: (gradOutput, _node, { transpose }) => transpose(gradOutput),
      jvp: (tangent, _node, { transpose }) => transpose(tangent)
    }
  ]
}
