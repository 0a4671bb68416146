import { beginStream, drawn, DRAWS, loadWord, twiceFirst, twiceSecond } from './random'

/** 0 … count − 1 in random order, as src/core/random.ts draws it (Fisher and Yates), as i32 from `order` on. `state`: 16 bytes of room. */
export function shuffle(order: usize, count: i32, state: usize, seed: u32, index: u32): void {
  beginStream(state, seed, index)
  let s0 = loadWord(state, 0)
  let s1 = loadWord(state, 1)
  for (let i = 0; i < count; i++) store<i32>(order + (<usize>i << 2), i)
  for (let i = count - 1; i > 0; i--) {
    const j = <i32>((<f64>drawn(s0, s1) / DRAWS) * <f64>(i + 1))
    const first = twiceFirst(s0, s1)
    s1 = twiceSecond(s0, s1)
    s0 = first
    const at = order + (<usize>i << 2)
    const other = order + (<usize>j << 2)
    const kept = load<i32>(at)
    store<i32>(at, load<i32>(other))
    store<i32>(other, kept)
  }
}
