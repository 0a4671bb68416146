/**
 * e^x of src/core/math/exp.ts, two float64 lanes at a time: the same operations in the same order, hence the same bits. A branch there is
 * a selection here, or falls away where both branches give the same number.
 */
import { EXP_BOTTOM, EXP_TOP, HALF, LN2_HIGH, LN2_LOW, loaded, LOG2_E, ONE, reduction, WHOLE } from './constants'
import { loadPair, splat, storePair } from './lanes'

/** 1/14!, 1/13!, … 1/2!. */
const EXP_TERMS: usize = memory.data<f64>([
  1.0 / 87178291200.0, 1.0 / 6227020800.0, 1.0 / 479001600.0, 1.0 / 39916800.0, 1.0 / 3628800.0, 1.0 / 362880.0,
  1.0 / 40320.0, 1.0 / 5040.0, 1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5
])

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
