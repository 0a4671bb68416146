import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import { ln } from '../math/ln'
import { runToEnd, partRows, type CooperativeTask } from '../tasks/task'

/** A source of random numbers that is passed in, never global; the same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1), a multiple of 2^−53. */
  uniform(): number
  /** Uniform among 0 … count − 1. */
  below(count: number): number
  /** Normal with mean 0 and deviation 1. */
  normal(): number
}

/**
 * A generator for one seed (a whole number 0 … 2^32 − 1). The seed is spread over all 128 bits of the state: a state made of a small
 * number and zeros begins with almost the same numbers for every small seed.
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
 * A seed of its own for each (seed, index) pair, so that an epoch's order depends on nothing but its number.
 * Source: the 32-bit finaliser of MurmurHash3, A. Appleby, 2011 (public domain).
 */
export function deriveSeed(seed: number, index: number): number {
  let h = (seed ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** What random numbers are drawn for; each has numbers of its own, also where all of them have the same seed. */
const streams = { split: 1, weights: 2, order: 3, dropout: 4, check: 5, toy: 6 } as const

/** A generator for one purpose, its seed, and an index within the purpose (a layer, an epoch, a step). */
export function createStream(purpose: keyof typeof streams, seed: number, index = 0): Random {
  return createRandom(deriveSeed(streamSeed(purpose, seed), index))
}

/** What the streams of a purpose are seeded by, each with its index. */
export function streamSeed(purpose: keyof typeof streams, seed: number): number {
  return deriveSeed(seed, streams[purpose])
}

function stateOf(seed: number): number[] {
  return [0, 1, 2, 3].map((word) => deriveSeed(seed, word) | 0)
}

/** 0 … count − 1 in random order (Fisher and Yates). */
export function permutation(count: number, random: Random): Int32Array {
  return runToEnd(permutationTask(count, random))
}

/** What `permutation` answers. */
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

/** So many different ones of the numbers 0 … count − 1, at most all of them, in ascending order; at no greater cost where there are many. */
export function drawPlaces(count: number, most: number, random: Random): Int32Array {
  if (count <= most) return Int32Array.from({ length: count }, (_, i) => i)
  const places = new Set<number>()
  while (places.size < most) places.add(random.below(count))
  return Int32Array.from(places).sort()
}
