/** ln x of src/core/math/ln.ts, two float64 lanes at a time: the same operations in the same order, hence the same bits. */
import { HALF, LN2_HIGH, LN2_LOW, loaded, ONE, reduction } from './constants'
import { splat } from './lanes'

/** 2/23, 2/21, … 2/3. */
const LN_TERMS: usize = memory.data<f64>([2.0 / 23.0, 2.0 / 21.0, 2.0 / 19.0, 2.0 / 17.0, 2.0 / 15.0, 2.0 / 13.0, 2.0 / 11.0, 2.0 / 9.0, 2.0 / 7.0, 2.0 / 5.0, 2.0 / 3.0])

// @ts-ignore: decorator
@inline
function horner(sum: v128, x: v128, terms: usize, next: i32): v128 {
  return f64x2.add(f64x2.mul(sum, x), loaded(terms, next))
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
