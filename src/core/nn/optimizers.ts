import type { Matrix } from '../tensor/matrix'

/** How weights follow their gradient: plain stochastic gradient descent, W ← W − learningRate · g. */
export interface OptimizerSpec {
  readonly kind: 'sgd'
  readonly learningRate: number
}

/** One update of one tensor, in place. parameter and gradient have the same shape. */
export function update(parameter: Matrix, gradient: Matrix, { learningRate }: OptimizerSpec): void {
  for (let e = 0; e < parameter.data.length; e++) parameter.data[e] -= learningRate * gradient.data[e]
}
