/**
 * The sigmoid, softplus and tanh of src/core/math from an exponential, two float64 lanes at a time: the same operations in the same
 * order, hence the same bits. A branch there is a selection here, or falls away where both branches give the same number.
 */
import { ONE, reduction } from './constants'
import { splat } from './lanes'

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
