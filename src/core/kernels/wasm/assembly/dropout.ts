import { placeOf } from './lanes'

/** 2^53: how many different numbers a uniform draw has. */
const DRAWS: f64 = 9007199254740992

/**
 * The mask of one layer: each of its real elements 0 with probability `rate`, else 1 / (1 − rate), drawn row by row.
 *
 * The numbers are those of src/core/random.ts: xoroshiro128+ as the library pure-rand has it, two draws of 32 bits a number. `state` is
 * four i32 in the library's order (s01, s00, s11, s10: of each 64-bit word the high half first); it is left where the stream goes on.
 * Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", 2018.
 */
export function dropoutMask<T>(state: usize, mask: usize, panelBytes: i32, rows: i32, units: i32, rate: f64): void {
  let s0 = rotl<u64>(load<u64>(state), 32)
  let s1 = rotl<u64>(load<u64>(state, 8), 32)
  const kept = <T>(1 / (1 - rate))
  // A draw n / 2^53 is below the rate exactly where the whole number n is below this.
  const bound = <u64>ceil<f64>(rate * DRAWS)
  for (let i = 0; i < rows; i++) {
    const row = mask + <usize>(i << 6)
    for (let j = 0; j < units; j++) {
      const high = <u64>(<u32>(s0 + s1) >>> 5)
      let mixed = s1 ^ s0
      s0 = rotl<u64>(s0, 24) ^ mixed ^ (mixed << 16)
      s1 = rotl<u64>(mixed, 37)
      const low = <u64>(<u32>(s0 + s1) >>> 6)
      mixed = s1 ^ s0
      s0 = rotl<u64>(s0, 24) ^ mixed ^ (mixed << 16)
      s1 = rotl<u64>(mixed, 37)
      store<T>(placeOf<T>(row, panelBytes, j), (high << 26) + low < bound ? 0 : kept)
    }
  }
  store<u64>(state, rotl<u64>(s0, 32))
  store<u64>(state, rotl<u64>(s1, 32), 8)
}
