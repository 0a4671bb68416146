import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import { ln } from '../math/ln'
import { runToEnd, partRows, type CooperativeTask } from '../tasks/task'

/** A random number generator that is passed in, never global; the same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1), a multiple of 2^−53. */
  uniform(): number
  /** Uniform among 0 … count − 1. */
  below(count: number): number
  /** Normal with mean 0 and standard deviation 1. */
  normal(): number
}

/**
 * Creates a generator for one seed (an integer 0 … 2^32 − 1). The seed is spread over all 128 bits of the state: a state of a small
 * number and zeros would begin with almost the same numbers for every small seed.
 * Source: xoroshiro128+, D. Blackman and S. Vigna, 2018, as in the library pure-rand.
 */
export function createRandom(seed: number): Random {
  const generator = xoroshiro128plusFromState(stateOf(seed))
  let spare: number | null = null

  function uniform(): number {
    const high = generator.next() >>> 5
    const low = generator.next() >>> 6
    return (high * 67108864 + low) / 9007199254740992
  }

  /** Marsaglia's polar method, 1964: no sine or cosine, whose bits depend on the host. */
  function normal(): number {
    if (spare !== null) {
      const value = spare
      spare = null
      return value
    }
    for (;;) {
      const u = 2 * uniform() - 1
      const v = 2 * uniform() - 1
      const s = u * u + v * v
      if (s >= 1 || s === 0) continue
      const factor = Math.sqrt((-2 * ln(s)) / s)
      spare = v * factor
      return u * factor
    }
  }

  return { uniform, normal, below: (count) => Math.floor(uniform() * count) }
}

/**
 * Derives a separate seed for each (seed, index) pair, so that an epoch's order depends on nothing but its number.
 * Source: the 32-bit finaliser of MurmurHash3, A. Appleby, 2011 (public domain).
 */
export function deriveSeed(seed: number, index: number): number {
  let h = (seed ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Purposes of random numbers; each has its own stream, even where all have the same seed. */
const streams = { split: 1, weights: 2, order: 3, dropout: 4, check: 5, toy: 6 } as const

/** Creates a generator for one purpose, its seed, and an index within the purpose (a layer, an epoch, a step). */
export function createStream(purpose: keyof typeof streams, seed: number, index = 0): Random {
  return createRandom(deriveSeed(streamSeed(purpose, seed), index))
}

/** Derives the seed that the streams of a purpose start from, each with its index. */
export function streamSeed(purpose: keyof typeof streams, seed: number): number {
  return deriveSeed(seed, streams[purpose])
}

function stateOf(seed: number): number[] {
  return [0, 1, 2, 3].map((word) => deriveSeed(seed, word) | 0)
}

/** Returns 0 … count − 1 in random order (Fisher–Yates shuffle). */
export function permutation(count: number, random: Random): Int32Array {
  return runToEnd(permutationTask(count, random))
}

/** Computes `permutation` cooperatively. */
export function* permutationTask(count: number, random: Random): CooperativeTask<Int32Array> {
  const order = new Int32Array(count)
  for (let i = 0; i < count; i++) order[i] = i
  for (let i = count - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const kept = order[i]
    order[i] = order[j]
    order[j] = kept
    if (i % partRows === 0) yield partRows
  }
  return order
}

/** Draws `most` distinct numbers of 0 … count − 1, or all where there are fewer, in ascending order; its cost does not grow with `count`. */
export function drawPlaces(count: number, most: number, random: Random): Int32Array {
  if (count <= most) return Int32Array.from({ length: count }, (_, i) => i)
  const places = new Set<number>()
  while (places.size < most) places.add(random.below(count))
  return Int32Array.from(places).sort()
}
