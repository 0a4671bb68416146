import type { NamedTensor } from '../network/parameters'
import { createStream, permutation, type Random } from '../random/random'
import { zerosLike, type Matrix } from '../tensor/matrix'

/**
 * How much of a network is checked: every parameter, or every bias and some weights of each tensor, for large networks.
 */
export type CheckScope = 'all' | 'sampled'

/** How many weights of a tensor a sample takes. Every bias is taken. */
export const SAMPLED_WEIGHTS = 20

/** How many random directions in the space of a tensor are checked, whatever the scope. */
export const DIRECTIONS = 10

/**
 * Up to this many parameters everything is checked unasked: less than a minute for a batch of 64 on an ordinary machine.
 */
const LARGE = 20_000

/** The scope of a check that nobody has chosen: everything, unless the network is large. */
export function scopeFor(parameterCount: number): CheckScope {
  return parameterCount > LARGE ? 'sampled' : 'all'
}

/** How many elements of a tensor are checked. */
function checkedCount({ kind, matrix }: NamedTensor, scope: CheckScope): number {
  const size = matrix.data.length
  return scope === 'all' || kind === 'bias' ? size : Math.min(size, SAMPLED_WEIGHTS)
}

/**
 * The elements of the t-th tensor that are checked, in ascending order: all of them, or a sample that depends on the
 * seed and t alone.
 */
export function checkedElements(tensor: NamedTensor, t: number, scope: CheckScope, seed: number): Int32Array {
  const size = tensor.matrix.data.length
  const count = checkedCount(tensor, scope)
  if (count === size) return Int32Array.from({ length: size }, (_, e) => e)
  return permutation(size, createStream('check', seed, 2 * t))
    .subarray(0, count)
    .sort()
}

/** The random numbers that directions in the space of the t-th tensor are drawn with. */
export function directionStream(t: number, seed: number): Random {
  return createStream('check', seed, 2 * t + 1)
}

/**
 * A direction of length 1 in the shape of a tensor, all directions being equally likely: normal numbers over their
 * length.
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
