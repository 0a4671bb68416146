import { namedTensors, type Parameters } from './parameters'

/** Takes numbers of any size to where neither a square nor a sum of squares overflows: 2⁻⁶⁰⁰, which rounds nothing. */
const SCALE = 2.409919865102884e-181

/** ‖g‖ = √Σ g² over every element of every tensor; Infinity only where the norm itself is beyond the range of float64. */
export function globalNorm(gradients: Parameters): number {
  const { root, scale } = scaledNorm(gradients)
  return root / scale
}

/** Returns scale · ‖g‖ with the scale at which no square overflows: 1 for all but enormous gradients. */
function scaledNorm(gradients: Parameters): { root: number; scale: number } {
  const root = Math.sqrt(sumOfSquares(gradients, 1))
  return Number.isFinite(root) ? { root, scale: 1 } : { root: Math.sqrt(sumOfSquares(gradients, SCALE)), scale: SCALE }
}

/** Σ (scale · g)²: each row is summed by itself, then the rows of all tensors in order. */
function sumOfSquares(gradients: Parameters, scale: number): number {
  let squares = 0
  for (const { matrix } of namedTensors(gradients)) {
    const { rows, columns, data } = matrix
    for (let i = 0; i < rows; i++) {
      let ofRow = 0
      for (let e = i * columns; e < (i + 1) * columns; e++) {
        const g = scale * data[e]
        ofRow += g * g
      }
      squares += ofRow
    }
  }
  return squares
}

/**
 * Scales all gradients by limit / ‖g‖, in place, when their common norm is above the limit: the direction stays.
 * Source: R. Pascanu, T. Mikolov, Y. Bengio, "On the difficulty of training recurrent neural networks", 2013, algorithm 1.
 */
export function clipByNorm(gradients: Parameters, limit: number): void {
  const { root, scale } = scaledNorm(gradients)
  if (!(root > scale * limit)) return
  const factor = (scale * limit) / root
  for (const { matrix } of namedTensors(gradients)) for (let e = 0; e < matrix.data.length; e++) matrix.data[e] *= factor
}
