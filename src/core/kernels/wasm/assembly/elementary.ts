/**
 * The elementary functions of src/core/math, two float64 lanes at a time: the same operations in the same order, hence the same bits.
 * What is a branch there is a selection here, or falls away where both branches give the same number.
 */

/*
 * Constants lie in memory, from where a vector unit spreads one over its lanes in a single instruction; as literals they would be put
 * together anew at each use, which takes a quarter of the time of an exponential.
 */

/** 1/14!, 1/13!, … 1/2!. */
const EXP_TERMS: usize = memory.data<f64>([
  1.0 / 87178291200.0, 1.0 / 6227020800.0, 1.0 / 479001600.0, 1.0 / 39916800.0, 1.0 / 3628800.0, 1.0 / 362880.0,
  1.0 / 40320.0, 1.0 / 5040.0, 1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5
])

/** 2/23, 2/21, … 2/3. */
const LN_TERMS: usize = memory.data<f64>([2.0 / 23.0, 2.0 / 21.0, 2.0 / 19.0, 2.0 / 17.0, 2.0 / 15.0, 2.0 / 13.0, 2.0 / 11.0, 2.0 / 9.0, 2.0 / 7.0, 2.0 / 5.0, 2.0 / 3.0])

/** What exp reduces its argument with; the places of its entries follow. */
const REDUCTION: usize = memory.data<f64>([1.4426950408889634, 0.6931471803691238, 1.9082149292705877e-10, 710, -746, 6755399441055744, 0.5, 1])
const LOG2_E: i32 = 0
const LN2_HIGH: i32 = 1
const LN2_LOW: i32 = 2
/** Beyond these two e^x is Infinity or 0 after rounding, so clamping to them changes nothing. */
const EXP_TOP: i32 = 3
const EXP_BOTTOM: i32 = 4
/** 1.5 · 2^52: added to a whole number below 2^31 in size, it leaves that number in the low 32 bits. */
const WHOLE: i32 = 5
const HALF: i32 = 6
const ONE: i32 = 7

/** Entry i of a table in both lanes. */
// @ts-ignore: decorator
@inline
function loaded(table: usize, i: i32): v128 {
  return v128.load64_splat(table + <usize>(i << 3))
}

// @ts-ignore: decorator
@inline
function reduction(i: i32): v128 {
  return loaded(REDUCTION, i)
}

// @ts-ignore: decorator
@inline
export function splat(x: f64): v128 {
  return f64x2.splat(x)
}

// @ts-ignore: decorator
@inline
function horner(sum: v128, x: v128, terms: usize, next: i32): v128 {
  return f64x2.add(f64x2.mul(sum, x), loaded(terms, next))
}

/** e^r − 1 for |r| ≤ ½ ln 2. */
// @ts-ignore: decorator
@inline
function expm1Reduced(r: v128): v128 {
  let sum = loaded(EXP_TERMS, 0)
  sum = horner(sum, r, EXP_TERMS, 1)
  sum = horner(sum, r, EXP_TERMS, 2)
  sum = horner(sum, r, EXP_TERMS, 3)
  sum = horner(sum, r, EXP_TERMS, 4)
  sum = horner(sum, r, EXP_TERMS, 5)
  sum = horner(sum, r, EXP_TERMS, 6)
  sum = horner(sum, r, EXP_TERMS, 7)
  sum = horner(sum, r, EXP_TERMS, 8)
  sum = horner(sum, r, EXP_TERMS, 9)
  sum = horner(sum, r, EXP_TERMS, 10)
  sum = horner(sum, r, EXP_TERMS, 11)
  return f64x2.add(r, f64x2.mul(f64x2.mul(r, r), horner(sum, r, EXP_TERMS, 12)))
}

/** The whole k with x = k ln 2 + r, |r| ≤ ½ ln 2. */
// @ts-ignore: decorator
@inline
function halvings(x: v128): v128 {
  return f64x2.floor(f64x2.add(f64x2.mul(x, reduction(LOG2_E)), reduction(HALF)))
}

/** 2^k · value for value near 1: half of the exponent at a time, of which only the second multiplication can round. */
// @ts-ignore: decorator
@inline
function scaled(value: v128, k: v128): v128 {
  const whole = f64x2.add(k, reduction(WHOLE))
  const half = i32x4.shr_s(whole, 1)
  const bias = i64x2.splat(1023)
  const first = i64x2.shl(i64x2.add(half, bias), 52)
  const second = i64x2.shl(i64x2.add(i64x2.sub(whole, half), bias), 52)
  return f64x2.mul(f64x2.mul(value, first), second)
}

/** e^x − 1 where |x| ≤ 0.34 when `less`, and e^x otherwise; both from one polynomial, since r = x where k = 0. */
// @ts-ignore: decorator
@inline
function exponential(x: v128, less: bool): v128 {
  const inside = f64x2.pmax(f64x2.pmin(x, reduction(EXP_TOP)), reduction(EXP_BOTTOM))
  const k = halvings(inside)
  const high = f64x2.sub(inside, f64x2.mul(k, reduction(LN2_HIGH)))
  const low = f64x2.mul(k, reduction(LN2_LOW))
  const r = f64x2.sub(high, low)
  const lost = f64x2.sub(f64x2.sub(high, r), low)
  const reduced = expm1Reduced(r)
  const value = scaled(f64x2.add(reduction(ONE), f64x2.add(reduced, lost)), k)
  if (!less) return value
  const small = f64x2.le(f64x2.abs(x), splat(0.34))
  return v128.bitselect(reduced, f64x2.sub(value, reduction(ONE)), small)
}

/** e^x; NaN stays NaN. */
// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  return exponential(x, false)
}

/** e^x − 1 without the cancellation near 0; keeps the sign of zero. */
// @ts-ignore: decorator
@inline
export function expm1(x: v128): v128 {
  return v128.bitselect(x, exponential(x, true), f64x2.eq(x, splat(0)))
}

/** 2 atanh(s) − 2s for |s| ≤ 3 − 2√2. */
// @ts-ignore: decorator
@inline
function atanhTail(s: v128): v128 {
  const q = f64x2.mul(s, s)
  let sum = loaded(LN_TERMS, 0)
  sum = horner(sum, q, LN_TERMS, 1)
  sum = horner(sum, q, LN_TERMS, 2)
  sum = horner(sum, q, LN_TERMS, 3)
  sum = horner(sum, q, LN_TERMS, 4)
  sum = horner(sum, q, LN_TERMS, 5)
  sum = horner(sum, q, LN_TERMS, 6)
  sum = horner(sum, q, LN_TERMS, 7)
  sum = horner(sum, q, LN_TERMS, 8)
  sum = horner(sum, q, LN_TERMS, 9)
  sum = horner(sum, q, LN_TERMS, 10)
  return f64x2.mul(f64x2.mul(s, q), sum)
}

/** ln x of numbers from 2^−1022 on; NaN stays NaN. */
// @ts-ignore: decorator
@inline
export function ln(x: v128): v128 {
  const wide = v128.or(v128.and(x, i64x2.splat(0x000fffffffffffff)), i64x2.splat(0x3ff0000000000000))
  const above = f64x2.ge(wide, splat(1.4142135623730951))
  const m = v128.bitselect(f64x2.mul(wide, reduction(HALF)), wide, above)
  // The exponent's bits under 2^52 are the number 2^52 + exponent + 1023.
  const biased = v128.or(i64x2.shr_u(x, 52), splat(4503599627370496))
  const k = f64x2.add(f64x2.sub(biased, splat(4503599627370496 + 1023)), v128.and(above, reduction(ONE)))
  const f = f64x2.sub(m, reduction(ONE))
  const s = f64x2.div(f, f64x2.add(m, reduction(ONE)))
  const tail = f64x2.sub(atanhTail(s), f64x2.mul(s, f))
  const rest = f64x2.add(f, f64x2.add(tail, f64x2.mul(k, reduction(LN2_LOW))))
  const value = f64x2.add(f64x2.mul(k, reduction(LN2_HIGH)), rest)
  return v128.bitselect(value, x, f64x2.lt(x, splat(Infinity)))
}

/** ln(1 + x) for x ≥ 0 and finite. */
// @ts-ignore: decorator
@inline
function log1p(x: v128): v128 {
  const u = f64x2.add(reduction(ONE), x)
  return f64x2.sub(ln(u), f64x2.div(f64x2.sub(f64x2.sub(u, reduction(ONE)), x), u))
}

/** e^(−|x|): what sigmoid and softplus are made of, on either side of 0. */
// @ts-ignore: decorator
@inline
function decayed(x: v128): v128 {
  return exp(f64x2.neg(f64x2.abs(x)))
}

/** ln(1 + e^(−|x|)): what softplus(x) has above max(x, 0), and softplus(−x) above max(−x, 0). */
// @ts-ignore: decorator
@inline
export function softplusTail(x: v128): v128 {
  return log1p(decayed(x))
}

/** ln(1 + e^x). */
// @ts-ignore: decorator
@inline
export function softplus(x: v128): v128 {
  return f64x2.add(f64x2.pmax(x, splat(0)), softplusTail(x))
}

/** σ(x) = 1 / (1 + e^(−x)). */
// @ts-ignore: decorator
@inline
export function sigmoid(x: v128): v128 {
  return sigmoidFrom(x, decayed(x))
}

/** σ(x) when e^(−|x|) is at hand. */
// @ts-ignore: decorator
@inline
function sigmoidFrom(x: v128, e: v128): v128 {
  const above = v128.bitselect(reduction(ONE), e, f64x2.ge(x, splat(0)))
  return f64x2.div(above, f64x2.add(reduction(ONE), e))
}

/** factor · σ(x) + other · σ(−x), the exponential computed once. */
// @ts-ignore: decorator
@inline
export function sigmoidMix(x: v128, factor: v128, other: v128): v128 {
  const e = decayed(x)
  return f64x2.add(f64x2.mul(factor, sigmoidFrom(x, e)), f64x2.mul(other, sigmoidFrom(f64x2.neg(x), e)))
}

/** σ(x) + factor · σ(x)·σ(−x); the second term is 0 wherever σ has no slope left and `flat`, even for infinite factors. */
// @ts-ignore: decorator
@inline
export function sigmoidWithSlope(x: v128, factor: v128, flat: bool): v128 {
  const e = decayed(x)
  const value = sigmoidFrom(x, e)
  const slope = f64x2.mul(value, sigmoidFrom(f64x2.neg(x), e))
  const term = f64x2.mul(factor, slope)
  return f64x2.add(value, flat ? v128.andnot(term, f64x2.eq(slope, splat(0))) : term)
}

/** tanh x. From |x| = 20 on the quotient rounds to 1 by itself. */
// @ts-ignore: decorator
@inline
export function tanh(x: v128): v128 {
  const size = f64x2.pmin(f64x2.abs(x), splat(20))
  const grown = exponential(f64x2.mul(splat(2), size), true)
  const value = f64x2.div(grown, f64x2.add(grown, splat(2)))
  return v128.or(value, v128.and(x, splat(-0.0)))
}
