import { softmax as softmaxOf } from '../../nn/softmax'
import type { Algebra, GraphNode, Operation } from './operation'

/** J·v = p ⊙ (v − Σ p ⊙ v) row by row; J is symmetric, so that both products are this one. */
function throughSoftmax(vector: GraphNode, p: GraphNode, { multiply, subtract, sum }: Algebra): GraphNode {
  return multiply(p, subtract(vector, sum(multiply(p, vector), 'columns')))
}

/**
 * p = softmax(x) row by row, shifted by the row's maximum; dp = p ⊙ (dx − Σ p ⊙ dx).
 *
 * Shapes: x [batch, classes] → [batch, classes].
 * Source: course note 002, section 3.1 (S = normalize(exp …)).
 */
export const softmax: Operation = {
  name: 'softmax',
  formula: 'pᵢⱼ = e^xᵢⱼ / Σₖ e^xᵢₖ',
  gate: 'none',
  kink: null,
  elementwise: false,
  forward: ([x]) => softmaxOf(x),
  partials: [{ formula: 'p ⊙ (g − Σ p ⊙ g)', vjp: throughSoftmax, jvp: throughSoftmax }]
}
