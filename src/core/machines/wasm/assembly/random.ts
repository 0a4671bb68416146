/**
 * The random numbers of src/core/random.ts: xoroshiro128+ as the library pure-rand has it, two draws of 32 bits a number. A state is
 * two 64-bit words; in memory it is four i32 in the library's order (s01, s00, s11, s10: of each word the high half first).
 * Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", 2018.
 */

/** 2^53: how many different numbers a uniform draw has. */
export const DRAWS: f64 = 9007199254740992

/** The first word of the state after a draw. */
// @ts-ignore: decorator
@inline
function nextFirst(s0: u64, s1: u64): u64 {
  const mixed = s1 ^ s0
  return rotl<u64>(s0, 24) ^ mixed ^ (mixed << 16)
}

/** The second word of the state after a draw. */
// @ts-ignore: decorator
@inline
function nextSecond(s0: u64, s1: u64): u64 {
  return rotl<u64>(s1 ^ s0, 37)
}

/** A generator in registers, where it is kept in local variables; a number takes two draws. */
// @ts-ignore: decorator
@inline
export function twiceFirst(s0: u64, s1: u64): u64 {
  return nextFirst(nextFirst(s0, s1), nextSecond(s0, s1))
}

// @ts-ignore: decorator
@inline
export function twiceSecond(s0: u64, s1: u64): u64 {
  return nextSecond(nextFirst(s0, s1), nextSecond(s0, s1))
}

/** The whole number below 2^53 that the two draws from a state give; divided by 2^53 it is uniform in [0, 1). */
// @ts-ignore: decorator
@inline
export function drawn(s0: u64, s1: u64): u64 {
  const high = <u64>(<u32>(s0 + s1) >>> 5)
  const low = <u64>(<u32>(nextFirst(s0, s1) + nextSecond(s0, s1)) >>> 6)
  return (high << 26) + low
}

// @ts-ignore: decorator
@inline
export function loadWord(state: usize, word: i32): u64 {
  return rotl<u64>(load<u64>(state + <usize>(word << 3)), 32)
}

// @ts-ignore: decorator
@inline
export function storeWord(state: usize, word: i32, value: u64): void {
  store<u64>(state + <usize>(word << 3), rotl<u64>(value, 32))
}

/** A seed of its own for each (seed, index) pair. Source: the 32-bit finaliser of MurmurHash3, A. Appleby, 2011 (public domain). */
function deriveSeed(seed: u32, index: u32): u32 {
  let h = seed ^ ((index + 1) * 0x9e3779b1)
  h = (h ^ (h >>> 16)) * 0x85ebca6b
  h = (h ^ (h >>> 13)) * 0xc2b2ae35
  return h ^ (h >>> 16)
}

/** Puts a generator at the beginning of a stream: number `index` of the purpose that has this seed. */
export function beginStream(state: usize, seed: u32, index: u32): void {
  const own = deriveSeed(seed, index)
  for (let word = 0; word < 4; word++) store<u32>(state + <usize>(word << 2), deriveSeed(own, word))
}
