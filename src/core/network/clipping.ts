import { namedTensors, type Parameters } from './parameters'

/** ‖g‖ = √Σ g² over every element of every tensor: each row is summed by itself, then the rows of all tensors in order. */
export function globalNorm(gradients: Parameters): number {
  let squares = 0
  for (const { matrix } of namedTensors(gradients)) {
    const { rows, columns, data } = matrix
    for (let i = 0; i < rows; i++) {
      let ofRow = 0
      for (let e = i * columns; e < (i + 1) * columns; e++) ofRow += data[e] * data[e]
      squares += ofRow
    }
  }
  return Math.sqrt(squares)
}

/**
 * Scales all gradients by limit / ‖g‖, in place, when their common norm is above the limit: the direction stays.
 * Source: R. Pascanu, T. Mikolov, Y. Bengio, "On the difficulty of training recurrent neural networks", 2013, algorithm 1.
 */
export function clipByNorm(gradients: Parameters, limit: number): void {
  const norm = globalNorm(gradients)
  if (!(norm > limit)) return
  const factor = limit / norm
  for (const { matrix } of namedTensors(gradients)) for (let e = 0; e < matrix.data.length; e++) matrix.data[e] *= factor
}
