/**
 * a · b + c, lane by lane. In the strict build the product is rounded before it is added, as in JavaScript; in the fused build the
 * processor may leave that rounding out.
 */
@inline
export function multiplyAdd<T>(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_madd<T>(a, b, c)
  return v128.add<T>(v128.mul<T>(a, b), c)
}
