import { logSumExpAboveMaximum } from '../../nn/softmax'
import { zeros } from '../../tensor/matrix'
import type { Operation } from './operation'

/**
 * ln softmax(x) row by row, from the scores themselves, so that it stays finite where the probability is too small for
 * a double; dy = dx − Σ p ⊙ dx with p = softmax(x).
 *
 * Shapes: x [batch, classes] → [batch, classes].
 */
export const logSoftmax: Operation = {
  name: 'log softmax',
  formula: 'yᵢⱼ = xᵢⱼ − ln Σₖ e^xᵢₖ',
  gate: 'none',
  kink: null,
  elementwise: false,
  forward([x]) {
    const y = zeros(x.rows, x.columns)
    for (let i = 0; i < x.rows; i++) {
      const { maximum, logSum } = logSumExpAboveMaximum(x, i)
      for (let j = 0; j < x.columns; j++) y.data[i * x.columns + j] = x.data[i * x.columns + j] - maximum - logSum
    }
    return y
  },
  partials: [
    {
      formula: 'g − p · Σ g',
      vjp: (gradOutput, { inputs: [x] }, { multiply, softmax, subtract, sum }) =>
        subtract(gradOutput, multiply(softmax(x), sum(gradOutput, 'columns'))),
      jvp: (tangent, { inputs: [x] }, { multiply, softmax, subtract, sum }) =>
        subtract(tangent, sum(multiply(softmax(x), tangent), 'columns'))
    }
  ]
}
