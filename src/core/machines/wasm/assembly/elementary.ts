/**
 * The elementary functions of src/core/math, two float64 lanes at a time: the same operations in the same order, hence the same bits.
 * A branch there is a selection here, or falls away where both branches give the same number.
 */

import { loadPair, storePair } from './lanes'

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

/** Constants of the argument reduction of exp; the offsets of its entries follow. */
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

/** Clamps the argument of e^x to bounds beyond which e^x is Infinity or 0 anyway. */
// @ts-ignore: decorator
@inline
function bounded(x: v128): v128 {
  return f64x2.pmax(f64x2.pmin(x, reduction(EXP_TOP)), reduction(EXP_BOTTOM))
}

/** x − k ln 2, of ln 2 its upper bits. */
// @ts-ignore: decorator
@inline
function highPart(x: v128, k: v128): v128 {
  return f64x2.sub(x, f64x2.mul(k, reduction(LN2_HIGH)))
}

// @ts-ignore: decorator
@inline
function lowPart(k: v128): v128 {
  return f64x2.mul(k, reduction(LN2_LOW))
}

/** e^r − 1 from r and the sum of the terms from r² / 2 on. */
// @ts-ignore: decorator
@inline
function reducedFrom(r: v128, sum: v128): v128 {
  return f64x2.add(r, f64x2.mul(f64x2.mul(r, r), sum))
}

/** e^x from e^r − 1, or e^x − 1 when `less`: where |x| ≤ 0.34 that is e^r − 1 itself, since r = x where k = 0. */
// @ts-ignore: decorator
@inline
function raised(x: v128, reduced: v128, lost: v128, k: v128, less: bool): v128 {
  const value = scaled(f64x2.add(reduction(ONE), f64x2.add(reduced, lost)), k)
  if (!less) return value
  const small = f64x2.le(f64x2.abs(x), splat(0.34))
  return v128.bitselect(reduced, f64x2.sub(value, reduction(ONE)), small)
}

/**
 * to = F(from), or to = to · F(from) when `scales`, F being a function of one exponential: `argument(x)` goes into it, and
 * `result(x, e)` is made of what comes out. Four pairs of numbers go side by side, so that none waits for another's sums. `bytes` is a
 * multiple of 64; `to` may be `from`.
 */
// @ts-ignore: decorator
@inline
export function throughExponentials<T, F>(from: usize, to: usize, bytes: i32, less: bool, scales: bool): void {
  const pair = 2 * sizeof<T>()
  for (const end = from + <usize>bytes; from < end; from += 4 * pair, to += 4 * pair) {
    const x0 = changetype<F>(0).argument(loadPair<T>(from))
    const x1 = changetype<F>(0).argument(loadPair<T>(from + pair))
    const x2 = changetype<F>(0).argument(loadPair<T>(from + 2 * pair))
    const x3 = changetype<F>(0).argument(loadPair<T>(from + 3 * pair))
    const inside0 = bounded(x0)
    const inside1 = bounded(x1)
    const inside2 = bounded(x2)
    const inside3 = bounded(x3)
    const k0 = halvings(inside0)
    const k1 = halvings(inside1)
    const k2 = halvings(inside2)
    const k3 = halvings(inside3)
    const high0 = highPart(inside0, k0)
    const high1 = highPart(inside1, k1)
    const high2 = highPart(inside2, k2)
    const high3 = highPart(inside3, k3)
    const low0 = lowPart(k0)
    const low1 = lowPart(k1)
    const low2 = lowPart(k2)
    const low3 = lowPart(k3)
    const r0 = f64x2.sub(high0, low0)
    const r1 = f64x2.sub(high1, low1)
    const r2 = f64x2.sub(high2, low2)
    const r3 = f64x2.sub(high3, low3)
    let sum0 = loaded(EXP_TERMS, 0)
    let sum1 = sum0
    let sum2 = sum0
    let sum3 = sum0
    for (let term = 1; term <= 12; term++) {
      const next = loaded(EXP_TERMS, term)
      sum0 = f64x2.add(f64x2.mul(sum0, r0), next)
      sum1 = f64x2.add(f64x2.mul(sum1, r1), next)
      sum2 = f64x2.add(f64x2.mul(sum2, r2), next)
      sum3 = f64x2.add(f64x2.mul(sum3, r3), next)
    }
    const e0 = raised(x0, reducedFrom(r0, sum0), f64x2.sub(f64x2.sub(high0, r0), low0), k0, less)
    const e1 = raised(x1, reducedFrom(r1, sum1), f64x2.sub(f64x2.sub(high1, r1), low1), k1, less)
    const e2 = raised(x2, reducedFrom(r2, sum2), f64x2.sub(f64x2.sub(high2, r2), low2), k2, less)
    const e3 = raised(x3, reducedFrom(r3, sum3), f64x2.sub(f64x2.sub(high3, r3), low3), k3, less)
    put<T>(to, changetype<F>(0).result(loadPair<T>(from), e0), scales)
    put<T>(to + pair, changetype<F>(0).result(loadPair<T>(from + pair), e1), scales)
    put<T>(to + 2 * pair, changetype<F>(0).result(loadPair<T>(from + 2 * pair), e2), scales)
    put<T>(to + 3 * pair, changetype<F>(0).result(loadPair<T>(from + 3 * pair), e3), scales)
  }
}

// @ts-ignore: decorator
@inline
function put<T>(to: usize, value: v128, scales: bool): void {
  storePair<T>(to, scales ? f64x2.mul(loadPair<T>(to), value) : value)
}

class Exp {
  @inline argument(x: v128): v128 {
    return x
  }
  @inline result(_x: v128, e: v128): v128 {
    return e
  }
}

/** e^x of adjacent float64 numbers in place; `bytes` is a multiple of 64. */
export function expAll(at: usize, bytes: i32): void {
  throughExponentials<f64, Exp>(at, at, bytes, false, false)
}

/** e^x − 1 as it is, but with the sign of zero that x has. */
// @ts-ignore: decorator
@inline
export function signed(x: v128, less: v128): v128 {
  return v128.bitselect(x, less, f64x2.eq(x, splat(0)))
}

/** m in [√½, √2) with x = 2^k m, and k. */
// @ts-ignore: decorator
@inline
function mantissa(x: v128): v128 {
  const wide = widened(x)
  return v128.bitselect(f64x2.mul(wide, reduction(HALF)), wide, isAbove(wide))
}

// @ts-ignore: decorator
@inline
function exponent(x: v128): v128 {
  // The exponent's bits under 2^52 are the number 2^52 + exponent + 1023.
  const biased = v128.or(i64x2.shr_u(x, 52), splat(4503599627370496))
  return f64x2.add(f64x2.sub(biased, splat(4503599627370496 + 1023)), v128.and(isAbove(widened(x)), reduction(ONE)))
}

/** The mantissa of x in [1, 2). */
// @ts-ignore: decorator
@inline
function widened(x: v128): v128 {
  return v128.or(v128.and(x, i64x2.splat(0x000fffffffffffff)), i64x2.splat(0x3ff0000000000000))
}

// @ts-ignore: decorator
@inline
function isAbove(wide: v128): v128 {
  return f64x2.ge(wide, splat(1.4142135623730951))
}

/** (m − 1) / (m + 1), whose double atanh is ln m. */
// @ts-ignore: decorator
@inline
function halfTangent(m: v128): v128 {
  return f64x2.div(f64x2.sub(m, reduction(ONE)), f64x2.add(m, reduction(ONE)))
}

/** ln x from its mantissa, exponent, s = halfTangent(m) and the sum of the terms of 2 atanh(s) from s³ on, divided by s³. */
// @ts-ignore: decorator
@inline
function logarithm(x: v128, m: v128, k: v128, s: v128, q: v128, sum: v128): v128 {
  const f = f64x2.sub(m, reduction(ONE))
  const tail = f64x2.sub(f64x2.mul(f64x2.mul(s, q), sum), f64x2.mul(s, f))
  const rest = f64x2.add(f, f64x2.add(tail, f64x2.mul(k, reduction(LN2_LOW))))
  const value = f64x2.add(f64x2.mul(k, reduction(LN2_HIGH)), rest)
  return v128.bitselect(value, x, f64x2.lt(x, splat(Infinity)))
}

/** ln x of numbers from 2^−1022 on; NaN stays NaN. */
// @ts-ignore: decorator
@inline
export function ln(x: v128): v128 {
  const m = mantissa(x)
  const s = halfTangent(m)
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
  return logarithm(x, m, exponent(x), s, q, sum)
}

/** ln x of adjacent float64 numbers in place, four pairs side by side; `bytes` is a multiple of 64. */
export function lnAll(at: usize, bytes: i32): void {
  for (const end = at + <usize>bytes; at < end; at += 64) {
    const x0 = v128.load(at)
    const x1 = v128.load(at, 16)
    const x2 = v128.load(at, 32)
    const x3 = v128.load(at, 48)
    const m0 = mantissa(x0)
    const m1 = mantissa(x1)
    const m2 = mantissa(x2)
    const m3 = mantissa(x3)
    const s0 = halfTangent(m0)
    const s1 = halfTangent(m1)
    const s2 = halfTangent(m2)
    const s3 = halfTangent(m3)
    const q0 = f64x2.mul(s0, s0)
    const q1 = f64x2.mul(s1, s1)
    const q2 = f64x2.mul(s2, s2)
    const q3 = f64x2.mul(s3, s3)
    let sum0 = loaded(LN_TERMS, 0)
    let sum1 = sum0
    let sum2 = sum0
    let sum3 = sum0
    for (let term = 1; term <= 10; term++) {
      const next = loaded(LN_TERMS, term)
      sum0 = f64x2.add(f64x2.mul(sum0, q0), next)
      sum1 = f64x2.add(f64x2.mul(sum1, q1), next)
      sum2 = f64x2.add(f64x2.mul(sum2, q2), next)
      sum3 = f64x2.add(f64x2.mul(sum3, q3), next)
    }
    v128.store(at, logarithm(x0, m0, exponent(x0), s0, q0, sum0))
    v128.store(at, logarithm(x1, m1, exponent(x1), s1, q1, sum1), 16)
    v128.store(at, logarithm(x2, m2, exponent(x2), s2, q2, sum2), 32)
    v128.store(at, logarithm(x3, m3, exponent(x3), s3, q3, sum3), 48)
  }
}

/** ln(1 + x) for x ≥ 0 and finite, from the logarithm of the rounded 1 + x. */
// @ts-ignore: decorator
@inline
export function log1pFrom(x: v128, logarithm: v128): v128 {
  const u = f64x2.add(reduction(ONE), x)
  return f64x2.sub(logarithm, f64x2.div(f64x2.sub(f64x2.sub(u, reduction(ONE)), x), u))
}

/** ln(1 + x) for x ≥ 0 and finite. */
// @ts-ignore: decorator
@inline
export function log1p(x: v128): v128 {
  return log1pFrom(x, ln(f64x2.add(reduction(ONE), x)))
}

/** −|x|: e to this is what sigmoid and softplus are made of, on either side of 0. */
// @ts-ignore: decorator
@inline
export function below(x: v128): v128 {
  return f64x2.neg(f64x2.abs(x))
}

/** ln(1 + e^x) from ln(1 + e^(−|x|)). */
// @ts-ignore: decorator
@inline
export function softplusFrom(x: v128, tail: v128): v128 {
  return f64x2.add(f64x2.pmax(x, splat(0)), tail)
}

/** σ(x) = 1 / (1 + e^(−x)) from e = e^(−|x|). */
// @ts-ignore: decorator
@inline
export function sigmoidFrom(x: v128, e: v128): v128 {
  const above = v128.bitselect(reduction(ONE), e, f64x2.ge(x, splat(0)))
  return f64x2.div(above, f64x2.add(reduction(ONE), e))
}

/** factor · σ(x) + other · σ(−x) from e = e^(−|x|). */
// @ts-ignore: decorator
@inline
export function sigmoidMix(x: v128, e: v128, factor: v128, other: v128): v128 {
  return f64x2.add(f64x2.mul(factor, sigmoidFrom(x, e)), f64x2.mul(other, sigmoidFrom(f64x2.neg(x), e)))
}

/** σ(x) + factor · σ(x)·σ(−x) from e = e^(−|x|); the second term is 0 wherever σ has no slope left and `flat`, even for infinite factors. */
// @ts-ignore: decorator
@inline
export function sigmoidWithSlope(x: v128, e: v128, factor: v128, flat: bool): v128 {
  const value = sigmoidFrom(x, e)
  const slope = f64x2.mul(value, sigmoidFrom(f64x2.neg(x), e))
  const term = f64x2.mul(factor, slope)
  return f64x2.add(value, flat ? v128.andnot(term, f64x2.eq(slope, splat(0))) : term)
}

/** 2 |x|, or 40 where tanh is ±1 anyway: e to this, less 1, is what tanh is made of. */
// @ts-ignore: decorator
@inline
export function twice(x: v128): v128 {
  return f64x2.mul(splat(2), f64x2.pmin(f64x2.abs(x), splat(20)))
}

/** tanh x from e^(2 |x|) − 1. From |x| = 20 on the quotient rounds to 1 by itself. */
// @ts-ignore: decorator
@inline
export function tanhFrom(x: v128, grown: v128): v128 {
  const value = f64x2.div(grown, f64x2.add(grown, splat(2)))
  return v128.or(value, v128.and(x, splat(-0.0)))
}
