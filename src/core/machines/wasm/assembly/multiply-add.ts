import { emulated32, emulated64 } from './emulated'

/**
 * a · b + c, lane by lane, rounded once. By the processor's own instruction where relaxed SIMD is switched on, which rounds twice on a
 * processor that has none (the self-test asks); in the emulated build by sums and products alone.
 */
@inline
export function multiplyAdd<T>(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_madd<T>(a, b, c)
  return sizeof<T>() == 8 ? emulated64(a, b, c) : emulated32(a, b, c)
}
