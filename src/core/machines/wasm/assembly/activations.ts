/**
 * The catalogue of activations (src/core/nn/activations.ts), chosen by name (scripts/kernel-catalogue.ts). Everything is computed in
 * float64 and rounded to T at the end, as storing it does there.
 */
import { signed, throughExponentials } from './exponential'
import { loadPair, splat, storePair } from './lanes'
import { log1p } from './logarithm'
import { below, sigmoidFrom, sigmoidWithSlope, softplusFrom, tanhFrom, twice } from './sigmoid'

const LEAK: f64 = 0.01
const GELU_SCALE: f64 = 0.7978845608028654
const GELU_CUBIC: f64 = 0.044715
/** Where the slopes of sigmoid and tanh are computed from z instead of a. */
const SIGMOID_FLAT: f64 = 20
const TANH_FLAT: f64 = 10

/** Functions of one exponential, for two lanes (exponential.ts): activations, and their derivatives where these need one too. */
class Elu {
  @inline argument(z: v128): v128 {
    return z
  }
  @inline result(z: v128, less: v128): v128 {
    return v128.bitselect(z, signed(z, less), f64x2.gt(z, splat(0)))
  }
}

class EluSlope {
  @inline argument(z: v128): v128 {
    return z
  }
  @inline result(z: v128, e: v128): v128 {
    return v128.bitselect(splat(1), e, f64x2.gt(z, splat(0)))
  }
}

/** 2u = 2 √(2/π) (z + 0.044715 z³). */
// @ts-ignore: decorator
@inline
function geluInner(z: v128): v128 {
  const q = f64x2.mul(z, z)
  const u = f64x2.mul(f64x2.mul(splat(GELU_SCALE), z), f64x2.add(splat(1), f64x2.mul(splat(GELU_CUBIC), q)))
  return f64x2.mul(splat(2), u)
}

class Gelu {
  @inline argument(z: v128): v128 {
    return below(geluInner(z))
  }
  @inline result(z: v128, e: v128): v128 {
    return f64x2.mul(z, sigmoidFrom(geluInner(z), e))
  }
}

class GeluSlope {
  @inline argument(z: v128): v128 {
    return below(geluInner(z))
  }
  @inline result(z: v128, e: v128): v128 {
    const q = f64x2.mul(z, z)
    const slope = f64x2.mul(splat(GELU_SCALE), f64x2.add(splat(1), f64x2.mul(splat(3 * GELU_CUBIC), q)))
    return sigmoidWithSlope(geluInner(z), e, f64x2.mul(f64x2.mul(splat(2), z), slope), true)
  }
}

class Silu {
  @inline argument(z: v128): v128 {
    return below(z)
  }
  @inline result(z: v128, e: v128): v128 {
    return f64x2.mul(z, sigmoidFrom(z, e))
  }
}

class SiluSlope {
  @inline argument(z: v128): v128 {
    return below(z)
  }
  @inline result(z: v128, e: v128): v128 {
    return sigmoidWithSlope(z, e, z, false)
  }
}

class Softplus {
  @inline argument(z: v128): v128 {
    return below(z)
  }
  @inline result(z: v128, e: v128): v128 {
    return softplusFrom(z, log1p(e))
  }
}

class Sigmoid {
  @inline argument(z: v128): v128 {
    return below(z)
  }
  @inline result(z: v128, e: v128): v128 {
    return sigmoidFrom(z, e)
  }
}

class Tanh {
  @inline argument(z: v128): v128 {
    return twice(z)
  }
  @inline result(z: v128, grown: v128): v128 {
    return tanhFrom(z, grown)
  }
}

/** Derivatives that follow from z and a without an exponential, for two lanes. */
class LeakyReluSlope {
  @inline of(z: v128, _a: v128): v128 {
    return v128.bitselect(splat(1), splat(LEAK), f64x2.gt(z, splat(0)))
  }
}

/** The slopes of sigmoid and tanh, and 1 where they are left to the exponential below. */
class SigmoidSlope {
  @inline of(z: v128, a: v128): v128 {
    return v128.bitselect(splat(1), f64x2.mul(a, f64x2.sub(splat(1), a)), f64x2.gt(z, splat(SIGMOID_FLAT)))
  }
}

class TanhSlope {
  @inline of(z: v128, a: v128): v128 {
    return v128.bitselect(splat(1), f64x2.sub(splat(1), f64x2.mul(a, a)), f64x2.gt(f64x2.abs(z), splat(TANH_FLAT)))
  }
}

/** σ(z)·σ(−z) and 4σ(2z)·σ(−2z) where z is far out, else 1. */
class FlatSigmoidSlope {
  @inline argument(z: v128): v128 {
    return below(z)
  }
  @inline result(z: v128, e: v128): v128 {
    const slope = f64x2.mul(sigmoidFrom(z, e), sigmoidFrom(f64x2.neg(z), e))
    return v128.bitselect(slope, splat(1), f64x2.gt(z, splat(SIGMOID_FLAT)))
  }
}

class FlatTanhSlope {
  @inline argument(z: v128): v128 {
    return below(f64x2.mul(splat(2), z))
  }
  @inline result(z: v128, e: v128): v128 {
    const twice = f64x2.mul(splat(2), z)
    const slope = f64x2.mul(splat(4), f64x2.mul(sigmoidFrom(twice, e), sigmoidFrom(f64x2.neg(twice), e)))
    return v128.bitselect(slope, splat(1), f64x2.gt(f64x2.abs(z), splat(TANH_FLAT)))
  }
}

/** Whether any of the numbers in `bytes` bytes, a multiple of 64, is above a limit. */
function anyAbove<T>(z: usize, bytes: i32, limit: f64): bool {
  const most = v128.splat<T>(<T>limit)
  let found = v128.splat<T>(0)
  for (const end = z + <usize>bytes; z < end; z += 16) found = v128.or(found, v128.gt<T>(v128.load(z), most))
  return v128.any_true(found)
}

/** The same of their magnitudes. */
function anyBeyond<T>(z: usize, bytes: i32, limit: f64): bool {
  const most = v128.splat<T>(<T>limit)
  let found = v128.splat<T>(0)
  for (const end = z + <usize>bytes; z < end; z += 16) found = v128.or(found, v128.gt<T>(v128.abs<T>(v128.load(z)), most))
  return v128.any_true(found)
}

/** grad = grad · F(z, a). */
// @ts-ignore: decorator
@inline
function eachSlope<T, F>(grad: usize, z: usize, a: usize, bytes: i32): void {
  const pair = 2 * sizeof<T>()
  const end = z + <usize>bytes
  for (; z < end; z += 2 * pair, a += 2 * pair, grad += 2 * pair) {
    const first = changetype<F>(0).of(loadPair<T>(z), loadPair<T>(a))
    const second = changetype<F>(0).of(loadPair<T>(z + pair), loadPair<T>(a + pair))
    storePair<T>(grad, f64x2.mul(loadPair<T>(grad), first))
    storePair<T>(grad + pair, f64x2.mul(loadPair<T>(grad + pair), second))
  }
}

/**
 * Each entry of the catalogue: A = a(Z), element by element, and grad ⊙= a′(Z), in place; `bytes` is a multiple of 64, and A may be Z.
 */
export function linear<T>(z: usize, a: usize, bytes: i32): void {
  if (a != z) memory.copy(a, z, <usize>bytes)
}

export function throughLinear<T>(_grad: usize, _z: usize, _a: usize, _bytes: i32): void {}

/** relu in lanes of T, which its exact results need no wider: 0 where z ≤ 0, so that NaN comes through as NaN. */
export function relu<T>(z: usize, a: usize, bytes: i32): void {
  const zero = v128.splat<T>(0)
  for (let e: usize = 0; e < <usize>bytes; e += 16) {
    const value = v128.load(z + e)
    v128.store(a + e, v128.andnot(value, v128.le<T>(value, zero)))
  }
}

/** grad · 1 where z > 0, else grad · 0, which keeps a NaN. */
export function throughRelu<T>(grad: usize, z: usize, _a: usize, bytes: i32): void {
  const zero = v128.splat<T>(0)
  const one = v128.splat<T>(1)
  for (let e: usize = 0; e < <usize>bytes; e += 16) {
    const slope = v128.and(one, v128.gt<T>(v128.load(z + e), zero))
    v128.store(grad + e, v128.mul<T>(v128.load(grad + e), slope))
  }
}

/** a = z, or 0.01 z where z ≤ 0. */
export function leakyRelu<T>(z: usize, a: usize, bytes: i32): void {
  const pair = 2 * sizeof<T>()
  for (const end = z + <usize>bytes; z < end; z += pair, a += pair) {
    const x = loadPair<T>(z)
    storePair<T>(a, v128.bitselect(x, f64x2.mul(splat(LEAK), x), f64x2.gt(x, splat(0))))
  }
}

export function throughLeakyRelu<T>(grad: usize, z: usize, a: usize, bytes: i32): void {
  eachSlope<T, LeakyReluSlope>(grad, z, a, bytes)
}

export function elu<T>(z: usize, a: usize, bytes: i32): void {
  throughExponentials<T, Elu>(z, a, bytes, true, false)
}

export function throughElu<T>(grad: usize, z: usize, _a: usize, bytes: i32): void {
  throughExponentials<T, EluSlope>(z, grad, bytes, false, true)
}

export function gelu<T>(z: usize, a: usize, bytes: i32): void {
  throughExponentials<T, Gelu>(z, a, bytes, false, false)
}

export function throughGelu<T>(grad: usize, z: usize, _a: usize, bytes: i32): void {
  throughExponentials<T, GeluSlope>(z, grad, bytes, false, true)
}

export function silu<T>(z: usize, a: usize, bytes: i32): void {
  throughExponentials<T, Silu>(z, a, bytes, false, false)
}

export function throughSilu<T>(grad: usize, z: usize, _a: usize, bytes: i32): void {
  throughExponentials<T, SiluSlope>(z, grad, bytes, false, true)
}

export function softplus<T>(z: usize, a: usize, bytes: i32): void {
  throughExponentials<T, Softplus>(z, a, bytes, false, false)
}

/** The derivative of softplus is the sigmoid. */
export function throughSoftplus<T>(grad: usize, z: usize, _a: usize, bytes: i32): void {
  throughExponentials<T, Sigmoid>(z, grad, bytes, false, true)
}

export function sigmoid<T>(z: usize, a: usize, bytes: i32): void {
  throughExponentials<T, Sigmoid>(z, a, bytes, false, false)
}

export function throughSigmoid<T>(grad: usize, z: usize, a: usize, bytes: i32): void {
  eachSlope<T, SigmoidSlope>(grad, z, a, bytes)
  if (anyAbove<T>(z, bytes, SIGMOID_FLAT)) throughExponentials<T, FlatSigmoidSlope>(z, grad, bytes, false, true)
}

export function tanh<T>(z: usize, a: usize, bytes: i32): void {
  throughExponentials<T, Tanh>(z, a, bytes, true, false)
}

export function throughTanh<T>(grad: usize, z: usize, a: usize, bytes: i32): void {
  eachSlope<T, TanhSlope>(grad, z, a, bytes)
  if (anyBeyond<T>(z, bytes, TANH_FLAT)) throughExponentials<T, FlatTanhSlope>(z, grad, bytes, false, true)
}
