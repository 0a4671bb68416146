import { zerosLike, type Matrix } from '../tensor/matrix'

/** The penalty on weights, never on biases: l2 · Σ W² (gradient 2·l2·W). Both in units of the loss. */
export interface Regularization {
  readonly l2: number
}

/** l2 · Σ W² over all given weight matrices. */
export function penalty(weights: readonly Matrix[], { l2 }: Regularization): number {
  if (l2 === 0) return 0
  let sum = 0
  for (const { data } of weights) for (const w of data) sum += w * w
  return l2 * sum
}

/** d(penalty)/dW = 2·l2·W, in the shape of W. */
export function penaltyGradient(weights: Matrix, { l2 }: Regularization): Matrix {
  const grad = zerosLike(weights)
  if (l2 !== 0) for (let e = 0; e < grad.data.length; e++) grad.data[e] = 2 * l2 * weights.data[e]
  return grad
}
