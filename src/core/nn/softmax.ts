import { exp } from '../math/exp'
import { ln } from '../math/ln'
import { zerosLike, type Matrix } from '../tensor/matrix'

/**
 * softmax(s)ⱼ = e^(sⱼ − max s) / Σₖ e^(sₖ − max s), row by row. The shift by the row's maximum cancels and keeps every exponent ≤ 0.
 *
 * Shapes: scores [batch, classes] → probabilities [batch, classes].
 */
export function softmax(scores: Matrix): Matrix {
  const result = zerosLike(scores)
  const { columns } = scores
  const terms = new Float64Array(columns)
  for (let i = 0; i < scores.rows; i++) {
    const start = i * columns
    const top = rowMaximum(scores, i)
    let sum = 0
    for (let j = 0; j < columns; j++) sum += terms[j] = exp(scores.data[start + j] - top)
    for (let j = 0; j < columns; j++) result.data[start + j] = terms[j] / sum
  }
  return result
}

/** ln Σₖ e^(sₖ) of row i, shifted by the row's maximum; the maximum is taken off, so add it or subtract a score's distance to it. */
export function logSumExpAboveMaximum(scores: Matrix, i: number): { maximum: number; logSum: number } {
  const maximum = rowMaximum(scores, i)
  let sum = 0
  for (let j = 0; j < scores.columns; j++) sum += exp(scores.data[i * scores.columns + j] - maximum)
  return { maximum, logSum: ln(sum) }
}

/** The largest element of row i; NaN when there is one. */
export function rowMaximum(matrix: Matrix, i: number): number {
  let top = -Infinity
  for (let j = 0; j < matrix.columns; j++) {
    const element = matrix.data[i * matrix.columns + j]
    if (element > top || element !== element) top = element
  }
  return top
}
