/** The multiply-add of src/core/math/fused-multiply-add.ts in lanes: the same bits as where the processor has one. */
import { multiplyAddOfAny } from './multiply-add-of-any'
import { splat } from './lanes'

/** Sizes between which neither a half nor an error of a product or a sum leaves the range of float64: 2⁻⁹⁶⁰ and 2⁹⁹⁰. */
const LEAST: f64 = 1.0261342003245941e-289
const MOST: f64 = 1.0463951242053392e298
/** 2^27 + 1. */
const SPLITTER: f64 = 134217729

/** The error of a + b, rounded to `sum`. */
// @ts-ignore: decorator
@inline
function sumError(a: v128, b: v128, sum: v128): v128 {
  const fromB = f64x2.sub(sum, a)
  return f64x2.add(f64x2.sub(a, f64x2.sub(sum, fromB)), f64x2.sub(b, fromB))
}

/** a + b, rounded to odd. */
// @ts-ignore: decorator
@inline
function sumToOdd(a: v128, b: v128): v128 {
  const sum = f64x2.add(a, b)
  const error = sumError(a, b, sum)
  const isEven = i64x2.eq(v128.and(sum, i64x2.splat(1)), i64x2.splat(0))
  const isInexact = f64x2.gt(f64x2.abs(error), splat(0))
  // One up or down in the last place: −1 where the signs differ, else 1.
  const toError = v128.or(i64x2.shr_s(v128.xor(sum, error), 63), i64x2.splat(1))
  return i64x2.add(sum, v128.and(v128.and(isEven, isInexact), toError))
}

/** The half of a double with its upper 26 bits. */
// @ts-ignore: decorator
@inline
function topOf(x: v128): v128 {
  const big = f64x2.mul(splat(SPLITTER), x)
  return f64x2.sub(big, f64x2.sub(big, x))
}

export function emulated64(a: v128, b: v128, c: v128): v128 {
  const product = f64x2.mul(a, b)
  const size = f64x2.abs(product)
  const most = f64x2.max(f64x2.max(f64x2.abs(a), f64x2.abs(b)), f64x2.max(size, f64x2.abs(c)))
  if (!i64x2.all_true(v128.and(f64x2.gt(size, splat(LEAST)), f64x2.lt(most, splat(MOST))))) return laneByLane(a, b, c)
  const topA = topOf(a)
  const restA = f64x2.sub(a, topA)
  const topB = topOf(b)
  const restB = f64x2.sub(b, topB)
  const first = f64x2.add(f64x2.sub(f64x2.mul(topA, topB), product), f64x2.mul(topA, restB))
  const error = f64x2.add(f64x2.add(first, f64x2.mul(restA, topB)), f64x2.mul(restA, restB))
  const small = f64x2.add(c, error)
  const sum = f64x2.add(product, small)
  return f64x2.add(sum, sumToOdd(sumError(c, error, small), sumError(product, small, sum)))
}

function laneByLane(a: v128, b: v128, c: v128): v128 {
  const first = multiplyAddOfAny(f64x2.extract_lane(a, 0), f64x2.extract_lane(b, 0), f64x2.extract_lane(c, 0))
  const second = multiplyAddOfAny(f64x2.extract_lane(a, 1), f64x2.extract_lane(b, 1), f64x2.extract_lane(c, 1))
  return f64x2.replace_lane(splat(first), 1, second)
}

/** Two lanes of float32, widened, in the first half of the result. */
// @ts-ignore: decorator
@inline
function two32(a: v128, b: v128, c: v128): v128 {
  const product = f64x2.mul(f64x2.promote_low_f32x4(a), f64x2.promote_low_f32x4(b))
  return f32x4.demote_f64x2_zero(sumToOdd(product, f64x2.promote_low_f32x4(c)))
}

export function emulated32(a: v128, b: v128, c: v128): v128 {
  const low = two32(a, b, c)
  const high = two32(upperHalf(a), upperHalf(b), upperHalf(c))
  return v128.shuffle<f64>(low, high, 0, 2)
}

// @ts-ignore: decorator
@inline
function upperHalf(x: v128): v128 {
  return v128.shuffle<f64>(x, x, 1, 1)
}
