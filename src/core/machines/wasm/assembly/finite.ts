/** Whether all of the numbers in `bytes` bytes, a multiple of 64, are finite. */
export function allFinite<T>(p: usize, bytes: i32): bool {
  // x − x is 0 for finite x and NaN for others, which every later sum keeps.
  let first = v128.splat<T>(0)
  let second = first
  for (const end = p + <usize>bytes; p < end; p += 64) {
    first = v128.add<T>(first, difference<T>(p, 0))
    second = v128.add<T>(second, difference<T>(p, 16))
    first = v128.add<T>(first, difference<T>(p, 32))
    second = v128.add<T>(second, difference<T>(p, 48))
  }
  const sum = v128.add<T>(first, second)
  return sizeof<T>() == 8 ? i64x2.all_true(f64x2.eq(sum, sum)) : i32x4.all_true(f32x4.eq(sum, sum))
}

// @ts-ignore: decorator
@inline
function difference<T>(p: usize, offset: usize): v128 {
  const x = v128.load(p + offset)
  return v128.sub<T>(x, x)
}
