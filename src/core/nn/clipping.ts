import { namedTensors, type Parameters } from '../network/parameters'

/** ‖g‖ = √Σ g² over every element of every tensor. */
export function globalNorm(gradients: Parameters): number {
  let squares = 0
  for (const { matrix } of namedTensors(gradients)) for (const g of matrix.data) squares += g * g
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
