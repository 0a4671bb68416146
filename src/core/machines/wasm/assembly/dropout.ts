import { placeOf } from './lanes'
import { drawn, DRAWS, loadWord, storeWord, twiceFirst, twiceSecond } from './random'

/**
 * The mask of one layer: each of its real elements 0 with probability `rate`, else 1 / (1 − rate), drawn row by row. `state` is left where
 * the stream goes on.
 */
export function dropoutMask<T>(state: usize, mask: usize, panelBytes: i32, rows: i32, units: i32, rate: f64): void {
  let s0 = loadWord(state, 0)
  let s1 = loadWord(state, 1)
  const kept = <T>(1 / (1 - rate))
  // A draw n / 2^53 is below the rate exactly where the whole number n is below this.
  const bound = <u64>ceil<f64>(rate * DRAWS)
  for (let i = 0; i < rows; i++) {
    const row = mask + <usize>(i << 6)
    let j = 0
    do {
      store<T>(placeOf<T>(row, panelBytes, j), drawn(s0, s1) < bound ? 0 : kept)
      const first = twiceFirst(s0, s1)
      s1 = twiceSecond(s0, s1)
      s0 = first
      j += 1
    } while (j < units)
  }
  storeWord(state, 0, s0)
  storeWord(state, 1, s1)
}
