/**
 * The catalogue of losses (src/core/nn/losses.ts), chosen by name (scripts/kernel-catalogue.ts): each writes N times the loss of the rows
 * `from` … `to` − 1 into `rowLosses`, and unless `grad` is 0 dL/d(output) into the real columns of `grad`, with N as divisor, or 1 for a
 * sum. All arithmetic is in float64, the terms of a row added from the first column to the last. `from` is a multiple of P.
 *
 * A row is spread over panels: `row` is its 64 bytes in the first, panelBytes further on are those in the next. A class target is an
 * i32, other targets are `width` numbers of type T. Options are f64, at the places of contexts.ts.
 */
import { LOSS_DELTA, LOSS_MARGIN } from './contexts'
export { binaryCrossEntropy } from './binary-cross-entropy'
import { splat } from './lanes'
import { elementAt, loadPair, placeOf, stored, storeOne, storePair, sumWith, targetsAt } from './lanes'
import { Plan, targetOf } from './plan'
export { softmaxCrossEntropy } from './softmax'

/** Σ over j ≠ y of max(0, s_j − s_y + margin). */
function hinge<T>(row: usize, panelBytes: i32, width: i32, target: usize, margin: f64): f64 {
  const y = load<i32>(target)
  const right = elementAt<T>(row, panelBytes, y)
  let sum: f64 = 0
  for (let j = 0; j < width; j++) {
    if (j == y) continue
    const excess = elementAt<T>(row, panelBytes, j) - right + margin
    sum += excess <= 0 ? 0 : excess
  }
  return sum
}

function hingeGradient<T>(row: usize, grad: usize, panelBytes: i32, width: i32, target: usize, margin: f64, divisor: f64): void {
  const y = load<i32>(target)
  const right = elementAt<T>(row, panelBytes, y)
  let above: f64 = 0
  for (let j = 0; j < width; j++) {
    if (j == y) continue
    const excess = elementAt<T>(row, panelBytes, j) - right + margin
    const one: f64 = excess <= 0 ? 0 : 1
    above += one
    store<T>(placeOf<T>(grad, panelBytes, j), <T>(one / divisor))
  }
  store<T>(placeOf<T>(grad, panelBytes, y), <T>((0 - above) / divisor))
}

/** +1, −1, and 0 at 0; NaN stays NaN. */
// @ts-ignore: decorator
@inline
function sign(x: v128): v128 {
  const one = v128.or(v128.and(x, splat(-0.0)), splat(1))
  return v128.bitselect(one, x, f64x2.gt(f64x2.abs(x), splat(0)))
}

/** Losses that add one term for each output a with target y: the terms of two lanes, and their derivatives. */
class SquaredError {
  @inline term(a: v128, y: v128, _options: usize): v128 {
    const residual = f64x2.sub(a, y)
    return f64x2.mul(residual, residual)
  }
  @inline slope(a: v128, y: v128, _options: usize): v128 {
    return f64x2.mul(splat(2), f64x2.sub(a, y))
  }
}

class AbsoluteError {
  @inline term(a: v128, y: v128, _options: usize): v128 {
    return f64x2.abs(f64x2.sub(a, y))
  }
  @inline slope(a: v128, y: v128, _options: usize): v128 {
    return sign(f64x2.sub(a, y))
  }
}

class HuberError {
  @inline term(a: v128, y: v128, options: usize): v128 {
    const size = f64x2.abs(f64x2.sub(a, y))
    const delta = splat(load<f64>(options, LOSS_DELTA))
    const square = f64x2.mul(f64x2.mul(splat(0.5), size), size)
    const line = f64x2.mul(delta, f64x2.sub(size, f64x2.mul(splat(0.5), delta)))
    return v128.bitselect(square, line, f64x2.le(size, delta))
  }
  @inline slope(a: v128, y: v128, options: usize): v128 {
    const residual = f64x2.sub(a, y)
    const delta = splat(load<f64>(options, LOSS_DELTA))
    return v128.bitselect(residual, f64x2.mul(delta, sign(residual)), f64x2.le(f64x2.abs(residual), delta))
  }
}

/** The row's share of N times the loss. */
// @ts-ignore: decorator
@inline
function sumOfTerms<T, F>(row: usize, panelBytes: i32, width: i32, target: usize, options: usize): f64 {
  let sum: f64 = 0
  for (let j = 0; j < width; j += 2) {
    const both = j + 1 < width
    const a = loadPair<T>(placeOf<T>(row, panelBytes, j))
    sum = sumWith(sum, changetype<F>(0).term(a, targetsAt<T>(target, j, both), options), both)
  }
  return sum
}

/** dL/d(output) of one row, into the real columns of `grad`, which lies as `row` does. The divisor is N, or 1 for a sum. */
// @ts-ignore: decorator
@inline
function slopesOfTerms<T, F>(row: usize, grad: usize, panelBytes: i32, width: i32, target: usize, options: usize, divisor: f64): void {
  for (let j = 0; j < width; j += 2) {
    const both = j + 1 < width
    const a = loadPair<T>(placeOf<T>(row, panelBytes, j))
    const slope = f64x2.div(stored<T>(changetype<F>(0).slope(a, targetsAt<T>(target, j, both), options)), splat(divisor))
    const place = placeOf<T>(grad, panelBytes, j)
    if (both) storePair<T>(place, slope)
    else storeOne<T>(place, slope)
  }
}

// @ts-ignore: decorator
@inline
function byTerms<T, F>(plan: Plan, output: usize, grad: usize, width: i32, from: i32, to: i32, divisor: f64): void {
  for (let i = from; i < to; i++) {
    const row = <usize>(i << 6)
    const target = targetOf(plan, i)
    store<f64>(plan.rowLosses + <usize>(i << 3), sumOfTerms<T, F>(output + row, plan.panelBytes, width, target, plan.lossOptions))
    if (grad != 0) slopesOfTerms<T, F>(output + row, grad + row, plan.panelBytes, width, target, plan.lossOptions, divisor)
  }
}

export function meanSquaredError<T>(plan: Plan, output: usize, grad: usize, width: i32, from: i32, to: i32, divisor: f64): void {
  byTerms<T, SquaredError>(plan, output, grad, width, from, to, divisor)
}

export function meanAbsoluteError<T>(plan: Plan, output: usize, grad: usize, width: i32, from: i32, to: i32, divisor: f64): void {
  byTerms<T, AbsoluteError>(plan, output, grad, width, from, to, divisor)
}

export function huber<T>(plan: Plan, output: usize, grad: usize, width: i32, from: i32, to: i32, divisor: f64): void {
  byTerms<T, HuberError>(plan, output, grad, width, from, to, divisor)
}

export function multiclassHinge<T>(plan: Plan, output: usize, grad: usize, width: i32, from: i32, to: i32, divisor: f64): void {
  const margin = load<f64>(plan.lossOptions, LOSS_MARGIN)
  for (let i = from; i < to; i++) {
    const row = <usize>(i << 6)
    const target = targetOf(plan, i)
    store<f64>(plan.rowLosses + <usize>(i << 3), hinge<T>(output + row, plan.panelBytes, width, target, margin))
    if (grad != 0) hingeGradient<T>(output + row, grad + row, plan.panelBytes, width, target, margin, divisor)
  }
}

/** 1 where the first of a row's largest scores is that of its class, else 0, also where one is NaN. */
function classScore<T>(row: usize, panelBytes: i32, width: i32, target: usize): f64 {
  const right = load<i32>(target)
  const top = elementAt<T>(row, panelBytes, right)
  let above = 0
  for (let j = 0; j < width; j++) {
    const other = elementAt<T>(row, panelBytes, j)
    above += i32(j < right ? !(other < top) : !(other <= top))
  }
  return above == 0 ? 1 : 0
}

/**
 * The contribution of one row to the metric, as src/core/train/evaluate.ts counts. Metric 0: 1 when the predicted class is right. 1: how many of
 * its outputs lie on the right side of ½. 2: Σ (a − y)².
 */
export function scoreOfRow<T>(metric: i32, row: usize, panelBytes: i32, width: i32, target: usize): f64 {
  if (metric == 0) return classScore<T>(row, panelBytes, width, target)
  if (metric == 2) return sumOfTerms<T, SquaredError>(row, panelBytes, width, target, 0)
  let right = 0
  for (let j = 0; j < width; j++) {
    const predicted = elementAt<T>(row, panelBytes, j) >= 0.5
    const truth = <f64>load<T>(target + <usize>(j * <i32>sizeof<T>())) >= 0.5
    right += predicted == truth ? 1 : 0
  }
  return <f64>right
}
