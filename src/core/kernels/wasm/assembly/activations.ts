/**
 * The catalogue of activations (src/core/nn/activations.ts), an activation's code being its place there. Everything is computed in
 * float64 and rounded to T at the end, as storing it does there.
 */
import { exp, expm1, sigmoid, sigmoidWithSlope, softplus, splat, tanh } from './elementary'
import { loadPair, storePair } from './lanes'

const LEAK: f64 = 0.01
const GELU_SCALE: f64 = 0.7978845608028654
const GELU_CUBIC: f64 = 0.044715

/** An activation and its derivative, for two lanes. */
/** Each an activation and its derivative, for two lanes. */
class LeakyRelu {
  @inline value(z: v128): v128 {
    return v128.bitselect(z, f64x2.mul(splat(LEAK), z), f64x2.gt(z, splat(0)))
  }
  @inline derivative(z: v128, _a: v128): v128 {
    return v128.bitselect(splat(1), splat(LEAK), f64x2.gt(z, splat(0)))
  }
}

class Elu {
  @inline value(z: v128): v128 {
    return v128.bitselect(z, expm1(z), f64x2.gt(z, splat(0)))
  }
  @inline derivative(z: v128, _a: v128): v128 {
    return v128.bitselect(splat(1), exp(z), f64x2.gt(z, splat(0)))
  }
}

/** 2u = 2 √(2/π) (z + 0.044715 z³). */
// @ts-ignore: decorator
@inline
function geluInner(z: v128, q: v128): v128 {
  const u = f64x2.mul(f64x2.mul(splat(GELU_SCALE), z), f64x2.add(splat(1), f64x2.mul(splat(GELU_CUBIC), q)))
  return f64x2.mul(splat(2), u)
}

class Gelu {
  @inline value(z: v128): v128 {
    return f64x2.mul(z, sigmoid(geluInner(z, f64x2.mul(z, z))))
  }
  @inline derivative(z: v128, _a: v128): v128 {
    const q = f64x2.mul(z, z)
    const slope = f64x2.mul(splat(GELU_SCALE), f64x2.add(splat(1), f64x2.mul(splat(3 * GELU_CUBIC), q)))
    return sigmoidWithSlope(geluInner(z, q), f64x2.mul(f64x2.mul(splat(2), z), slope), true)
  }
}

class Silu {
  @inline value(z: v128): v128 {
    return f64x2.mul(z, sigmoid(z))
  }
  @inline derivative(z: v128, _a: v128): v128 {
    return sigmoidWithSlope(z, z, false)
  }
}

class Softplus {
  @inline value(z: v128): v128 {
    return softplus(z)
  }
  @inline derivative(z: v128, _a: v128): v128 {
    return sigmoid(z)
  }
}

class Sigmoid {
  @inline value(z: v128): v128 {
    return sigmoid(z)
  }
  @inline derivative(_z: v128, a: v128): v128 {
    return f64x2.mul(a, f64x2.sub(splat(1), a))
  }
}

class Tanh {
  @inline value(z: v128): v128 {
    return tanh(z)
  }
  @inline derivative(_z: v128, a: v128): v128 {
    return f64x2.sub(splat(1), f64x2.mul(a, a))
  }
}

/** relu in lanes of T, which its exact results need no wider: 0 where z ≤ 0, so that NaN comes through as NaN. */
function relu<T>(z: usize, a: usize, bytes: i32): void {
  const zero = v128.splat<T>(0)
  for (let e: usize = 0; e < <usize>bytes; e += 16) {
    const value = v128.load(z + e)
    v128.store(a + e, v128.andnot(value, v128.le<T>(value, zero)))
  }
}

/** grad · 1 where z > 0, else grad · 0, which keeps a NaN. */
function throughRelu<T>(grad: usize, z: usize, bytes: i32): void {
  const zero = v128.splat<T>(0)
  const one = v128.splat<T>(1)
  for (let e: usize = 0; e < <usize>bytes; e += 16) {
    const slope = v128.and(one, v128.gt<T>(v128.load(z + e), zero))
    v128.store(grad + e, v128.mul<T>(v128.load(grad + e), slope))
  }
}

/** a = F(z), two lanes of float64 at a time, and two such pairs at once, so that neither waits for the other. */
// @ts-ignore: decorator
@inline
function eachValue<T, F>(z: usize, a: usize, bytes: i32): void {
  const pair = 2 * sizeof<T>()
  const end = z + <usize>bytes
  for (; z < end; z += 2 * pair, a += 2 * pair) {
    const first = changetype<F>(0).value(loadPair<T>(z))
    const second = changetype<F>(0).value(loadPair<T>(z + pair))
    storePair<T>(a, first)
    storePair<T>(a + pair, second)
  }
}

/** grad = grad · F'(z). */
// @ts-ignore: decorator
@inline
function eachSlope<T, F>(grad: usize, z: usize, a: usize, bytes: i32): void {
  const pair = 2 * sizeof<T>()
  const end = z + <usize>bytes
  for (; z < end; z += 2 * pair, a += 2 * pair, grad += 2 * pair) {
    const first = changetype<F>(0).derivative(loadPair<T>(z), loadPair<T>(a))
    const second = changetype<F>(0).derivative(loadPair<T>(z + pair), loadPair<T>(a + pair))
    storePair<T>(grad, f64x2.mul(loadPair<T>(grad), first))
    storePair<T>(grad + pair, f64x2.mul(loadPair<T>(grad + pair), second))
  }
}

/** A = a(Z), element by element; `bytes` is a multiple of 64. A may be Z. */
export function activate<T>(code: i32, z: usize, a: usize, bytes: i32): void {
  switch (code) {
    case 0: {
      if (a != z) memory.copy(a, z, <usize>bytes)
      return
    }
    case 1: return relu<T>(z, a, bytes)
    case 2: return eachValue<T, LeakyRelu>(z, a, bytes)
    case 3: return eachValue<T, Elu>(z, a, bytes)
    case 4: return eachValue<T, Gelu>(z, a, bytes)
    case 5: return eachValue<T, Silu>(z, a, bytes)
    case 6: return eachValue<T, Softplus>(z, a, bytes)
    case 7: return eachValue<T, Sigmoid>(z, a, bytes)
    default: return eachValue<T, Tanh>(z, a, bytes)
  }
}

/** grad ⊙= a'(Z), in place; `bytes` is a multiple of 64. */
export function throughActivation<T>(code: i32, grad: usize, z: usize, a: usize, bytes: i32): void {
  switch (code) {
    case 0: return
    case 1: return throughRelu<T>(grad, z, bytes)
    case 2: return eachSlope<T, LeakyRelu>(grad, z, a, bytes)
    case 3: return eachSlope<T, Elu>(grad, z, a, bytes)
    case 4: return eachSlope<T, Gelu>(grad, z, a, bytes)
    case 5: return eachSlope<T, Silu>(grad, z, a, bytes)
    case 6: return eachSlope<T, Softplus>(grad, z, a, bytes)
    case 7: return eachSlope<T, Sigmoid>(grad, z, a, bytes)
    default: return eachSlope<T, Tanh>(grad, z, a, bytes)
  }
}
