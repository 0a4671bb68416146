import { rowMaximum } from '../../nn/softmax'
import { zeros } from '../../tensor/matrix'
import type { Operation } from './operation'

/**
 * 1 at the largest element of each row, 1/k at each of k equal ones, 0 elsewhere; dy = 0. The route that a row's
 * maximum sends gradients on.
 *
 * Shapes: x [n, m] → [n, m].
 */
export const rowMaxShare: Operation = {
  name: 'row max share',
  formula: 'yᵢⱼ = [xᵢⱼ is the largest of row i] / how many are',
  gate: 'none',
  kink: { code: 'graph.kink-shared', details: {} },
  elementwise: false,
  forward([x]) {
    const y = zeros(x.rows, x.columns)
    for (let i = 0; i < x.rows; i++) {
      const start = i * x.columns
      const top = rowMaximum(x, i)
      let count = 0
      for (let j = 0; j < x.columns; j++) if (x.data[start + j] === top) count += 1
      // NaN in a row stays NaN: 1 / 0 · 0.
      for (let j = 0; j < x.columns; j++) y.data[start + j] = (x.data[start + j] === top ? 1 : 0) * (1 / count)
    }
    return y
  },
  partials: [null]
}
