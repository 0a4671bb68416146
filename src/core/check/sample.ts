import type { NamedTensor } from '../network/parameters'
import { createStream, permutation, type Random } from '../random/random'
import { zerosLike, type Matrix } from '../tensor/matrix'

/**
 * Scope of a check: every parameter, or every bias and some weights of each tensor, for large networks.
 */
export type CheckScope = 'all' | 'sampled'

/** Number of weights of each tensor in a sample, which contains every bias. */
export const SAMPLED_WEIGHTS = 20

/** Number of random directions that are checked for each tensor, in every scope. */
export const DIRECTIONS = 10

/** Returns the number of elements of a tensor that are checked. */
function checkedCount({ kind, matrix }: NamedTensor, scope: CheckScope): number {
  const size = matrix.data.length
  return scope === 'all' || kind === 'bias' ? size : Math.min(size, SAMPLED_WEIGHTS)
}

/**
 * Returns the elements of the t-th tensor that are checked, in ascending order: all of them, or a sample that depends on the seed and t
 * alone.
 */
export function checkedElements(tensor: NamedTensor, t: number, scope: CheckScope, seed: number): Int32Array {
  const size = tensor.matrix.data.length
  const count = checkedCount(tensor, scope)
  if (count === size) return Int32Array.from({ length: size }, (_, e) => e)
  return permutation(size, createStream('check', seed, 2 * t))
    .subarray(0, count)
    .sort()
}

/** Creates the random stream for directions in the space of the t-th tensor. */
export function directionStream(t: number, seed: number): Random {
  return createStream('check', seed, 2 * t + 1)
}

/**
 * Draws a uniformly distributed direction of length 1 with the shape of a tensor: normal numbers divided by their norm.
 */
export function unitDirection(shape: Matrix, random: Random): Matrix {
  const direction = zerosLike(shape)
  const { data } = direction
  let squares = 0
  while (squares === 0) {
    for (let e = 0; e < data.length; e++) {
      data[e] = random.normal()
      squares += data[e] * data[e]
    }
  }
  const length = Math.sqrt(squares)
  for (let e = 0; e < data.length; e++) data[e] /= length
  return direction
}
