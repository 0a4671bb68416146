/**
 * g ← g + 2·l2·W + l1·sgn W in lanes of T, sgn 0 = 0, over `bytes` bytes, a multiple of 16 and not 0. Without either factor zeros are
 * added, as src/core/network/backward.ts does, which turns −0 into 0.
 */
export function addPenaltyGradient<T>(g: usize, w: usize, bytes: i32, l1: f64, l2: f64): void {
  const zero = v128.splat<T>(0)
  if (l1 == 0 && l2 == 0) {
    for (let e: usize = 0; e < <usize>bytes; e += 16) v128.store(g + e, v128.add<T>(v128.load(g + e), zero))
    return
  }
  const twice = v128.splat<T>(<T>(2 * l2))
  const up = v128.splat<T>(<T>l1)
  const down = v128.splat<T>(<T>-l1)
  let e: usize = 0
  do {
    const weight = v128.load(w + e)
    const pull = v128.or(v128.and(up, v128.gt<T>(weight, zero)), v128.and(down, v128.lt<T>(weight, zero)))
    const slope = v128.add<T>(v128.mul<T>(twice, weight), pull)
    v128.store(g + e, v128.add<T>(v128.load(g + e), slope))
    e += 16
  } while (e < <usize>bytes)
}
