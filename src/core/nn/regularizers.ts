import { roundingOf } from '../tensor/arithmetic'
import { zerosLike, type Matrix } from '../tensor/matrix'

/** The penalty on weights, never on biases: l2 · Σ W² + l1 · Σ |W|. Both factors in units of the loss, 0 unless given. */
export interface Regularization {
  readonly l1?: number
  readonly l2?: number
}

/** l2 · Σ W² + l1 · Σ |W| over all given weight matrices: each row is summed by itself, then the rows of all matrices in order. */
export function penalty(weights: readonly Matrix[], { l1 = 0, l2 = 0 }: Regularization): number {
  if (l1 === 0 && l2 === 0) return 0
  let squares = 0
  let sizes = 0
  for (const { rows, columns, data } of weights) {
    for (let i = 0; i < rows; i++) {
      let squaresOfRow = 0
      let sizesOfRow = 0
      for (let e = i * columns; e < (i + 1) * columns; e++) {
        squaresOfRow += data[e] * data[e]
        sizesOfRow += Math.abs(data[e])
      }
      squares += squaresOfRow
      sizes += sizesOfRow
    }
  }
  return (l2 === 0 ? 0 : l2 * squares) + (l1 === 0 ? 0 : l1 * sizes)
}

/** d(penalty)/dW = 2·l2·W + l1·sgn W, in the shape of W; sgn 0 = 0. Each operation is rounded to the precision of W. */
export function penaltyGradient(weights: Matrix, { l1 = 0, l2 = 0 }: Regularization): Matrix {
  const grad = zerosLike(weights)
  if (l1 === 0 && l2 === 0) return grad
  const round = roundingOf(weights.data)
  const [twice, pull] = [round(2 * l2), round(l1)]
  for (let e = 0; e < grad.data.length; e++) {
    const w = weights.data[e]
    grad.data[e] = round(twice * w) + (w > 0 ? pull : w < 0 ? -pull : 0)
  }
  return grad
}
