/**
 * The catalogue of optimizers (src/core/nn/optimizers.ts), chosen by name (scripts/kernel-catalogue.ts): the same formulas in the same
 * order, in lanes of T, hence the same bits. The context's numbers are f64, at the places of contexts.ts.
 *
 * There is at least one number to update, and a loop asks at its end whether it goes on: V8 moves nothing out of a loop that might have no
 * pass at all, and would take the root and the quotient of Adam's corrections anew for every four weights.
 */
import {
  OPTIMIZER_BETA1, OPTIMIZER_BETA2, OPTIMIZER_DECAY, OPTIMIZER_EPSILON, OPTIMIZER_FIRST_CORRECTION, OPTIMIZER_LEARNING_RATE,
  OPTIMIZER_MOMENTUM, OPTIMIZER_NESTEROV, OPTIMIZER_SECOND_CORRECTION, OPTIMIZER_WEIGHT_DECAY
} from './contexts'

/** A number of the context in every lane. */
// @ts-ignore: decorator
@inline
function option<T>(context: usize, place: usize): v128 {
  return v128.splat<T>(<T>load<f64>(context + place))
}

/** 1 − a number of the context, in every lane. */
// @ts-ignore: decorator
@inline
function without<T>(context: usize, place: usize): v128 {
  return v128.splat<T>(<T>(1 - load<f64>(context + place)))
}

/** Epsilon, above 0 also where the f32 nearest to it is 0, since a parameter that never moves would else become 0/0. */
// @ts-ignore: decorator
@inline
function epsilonOf<T>(context: usize, factor: f64 = 1): v128 {
  const smallest: f64 = sizeof<T>() == 8 ? 5e-324 : 1.401298464324817e-45
  return v128.splat<T>(<T>max(load<f64>(context, OPTIMIZER_EPSILON) * factor, smallest))
}

// @ts-ignore: decorator
@inline
function nesterovOf(context: usize): bool {
  return load<f64>(context, OPTIMIZER_NESTEROV) != 0
}

/** Without momentum, where the velocity is the gradient itself and is not kept: W ← W − η·g. */
function descend<T>(w: usize, g: usize, bytes: i32, context: usize): void {
  const rate = option<T>(context, OPTIMIZER_LEARNING_RATE)
  let e: usize = 0
  do {
    v128.store(w + e, v128.sub<T>(v128.load(w + e), v128.mul<T>(rate, v128.load(g + e))))
    e += 16
  } while (e < <usize>bytes)
}

/** v ← μ·v + g; W ← W − η·v, or η·(g + μ·v). */
// @ts-ignore: decorator
@inline
function momentumUpdate<T>(w: usize, g: usize, slot: usize, bytes: i32, context: usize, nesterov: bool): void {
  const rate = option<T>(context, OPTIMIZER_LEARNING_RATE)
  const kept = option<T>(context, OPTIMIZER_MOMENTUM)
  let e: usize = 0
  do {
    const slope = v128.load(g + e)
    const v = v128.add<T>(v128.mul<T>(kept, v128.load(slot + e)), slope)
    v128.store(slot + e, v)
    const ahead = nesterov ? v128.add<T>(slope, v128.mul<T>(kept, v)) : v
    v128.store(w + e, v128.sub<T>(v128.load(w + e), v128.mul<T>(rate, ahead)))
    e += 16
  } while (e < <usize>bytes)
}

export function sgd<T>(w: usize, g: usize, slot: usize, _slot2: usize, bytes: i32, context: usize): void {
  if (load<f64>(context, OPTIMIZER_MOMENTUM) == 0) descend<T>(w, g, bytes, context)
  else if (nesterovOf(context)) momentumUpdate<T>(w, g, slot, bytes, context, true)
  else momentumUpdate<T>(w, g, slot, bytes, context, false)
}

/** W ← W − η·g / (√s + ε). */
// @ts-ignore: decorator
@inline
function stepBySquares<T>(w: usize, slope: v128, squares: v128, rate: v128, small: v128): void {
  const step = v128.div<T>(v128.mul<T>(rate, slope), v128.add<T>(v128.sqrt<T>(squares), small))
  v128.store(w, v128.sub<T>(v128.load(w), step))
}

/** s ← ρ·s + (1 − ρ)·g². */
export function rmsprop<T>(w: usize, g: usize, slot: usize, _slot2: usize, bytes: i32, context: usize): void {
  const rate = option<T>(context, OPTIMIZER_LEARNING_RATE)
  const kept = option<T>(context, OPTIMIZER_DECAY)
  const fresh = without<T>(context, OPTIMIZER_DECAY)
  const small = epsilonOf<T>(context)
  let e: usize = 0
  do {
    const slope = v128.load(g + e)
    const added = v128.mul<T>(v128.mul<T>(fresh, slope), slope)
    const squares = v128.add<T>(v128.mul<T>(kept, v128.load(slot + e)), added)
    v128.store(slot + e, squares)
    stepBySquares<T>(w + e, slope, squares, rate, small)
    e += 16
  } while (e < <usize>bytes)
}

/** s ← s + g². */
export function adagrad<T>(w: usize, g: usize, slot: usize, _slot2: usize, bytes: i32, context: usize): void {
  const rate = option<T>(context, OPTIMIZER_LEARNING_RATE)
  const small = epsilonOf<T>(context)
  let e: usize = 0
  do {
    const slope = v128.load(g + e)
    const squares = v128.add<T>(v128.load(slot + e), v128.mul<T>(slope, slope))
    v128.store(slot + e, squares)
    stepBySquares<T>(w + e, slope, squares, rate, small)
    e += 16
  } while (e < <usize>bytes)
}

/**
 * m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²; W ← W − η·m̂ / (√v̂ + ε), the corrections taken into η and ε; with `decays`,
 * W ← W·(1 − η·λ) before.
 */
// @ts-ignore: decorator
@inline
function adamUpdate<T>(w: usize, g: usize, slot1: usize, slot2: usize, bytes: i32, context: usize, decays: bool): void {
  const correction = sqrt<f64>(load<f64>(context, OPTIMIZER_SECOND_CORRECTION))
  const rate = v128.splat<T>(<T>(load<f64>(context, OPTIMIZER_LEARNING_RATE) * correction / load<f64>(context, OPTIMIZER_FIRST_CORRECTION)))
  const small = epsilonOf<T>(context, correction)
  const firstKept = option<T>(context, OPTIMIZER_BETA1)
  const firstFresh = without<T>(context, OPTIMIZER_BETA1)
  const secondKept = option<T>(context, OPTIMIZER_BETA2)
  const secondFresh = without<T>(context, OPTIMIZER_BETA2)
  const remains = v128.splat<T>(<T>(1 - load<f64>(context, OPTIMIZER_LEARNING_RATE) * load<f64>(context, OPTIMIZER_WEIGHT_DECAY)))
  let e: usize = 0
  do {
    const slope = v128.load(g + e)
    const m = v128.add<T>(v128.mul<T>(firstKept, v128.load(slot1 + e)), v128.mul<T>(firstFresh, slope))
    const added = v128.mul<T>(v128.mul<T>(secondFresh, slope), slope)
    const v = v128.add<T>(v128.mul<T>(secondKept, v128.load(slot2 + e)), added)
    v128.store(slot1 + e, m)
    v128.store(slot2 + e, v)
    if (decays) v128.store(w + e, v128.mul<T>(v128.load(w + e), remains))
    stepBySquares<T>(w + e, m, v, rate, small)
    e += 16
  } while (e < <usize>bytes)
}

export function adam<T>(w: usize, g: usize, slot1: usize, slot2: usize, bytes: i32, context: usize): void {
  adamUpdate<T>(w, g, slot1, slot2, bytes, context, false)
}

export function adamw<T>(w: usize, g: usize, slot1: usize, slot2: usize, bytes: i32, context: usize): void {
  adamUpdate<T>(w, g, slot1, slot2, bytes, context, true)
}
