/**
 * The catalogue of losses (src/core/nn/losses.ts), one row of a batch at a time, a loss's code being its place there. All arithmetic is
 * in float64, the terms of a row added from the first column to the last.
 *
 * A row is spread over panels: `row` is its 64 bytes in the first, panelBytes further on are those in the next. A class target is an
 * i32, other targets are `width` numbers of type T. Options, all f64: positive weight, delta, margin, whether classes have weights, and
 * those.
 */
import { binaryCrossEntropy } from './binary-cross-entropy'
import { splat } from './elementary'
import { elementAt, loadPair, placeOf, stored, storeOne, storePair, sumWith, targetsAt } from './lanes'
import { Layer, Plan, targetOf } from './plan'
import { softmaxCrossEntropy } from './softmax'

const SOFTMAX_CROSS_ENTROPY: i32 = 0
const BINARY_CROSS_ENTROPY: i32 = 1
const MEAN_SQUARED_ERROR: i32 = 2
const MEAN_ABSOLUTE_ERROR: i32 = 3
const HUBER: i32 = 4

// @ts-ignore: decorator
@inline
function deltaOf(options: usize): f64 {
  return load<f64>(options, 8)
}

// @ts-ignore: decorator
@inline
function marginOf(options: usize): f64 {
  return load<f64>(options, 16)
}

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

/** The terms of a loss that adds one for each output a with target y. */
// @ts-ignore: decorator
@inline
function term(code: i32, a: v128, y: v128, options: usize): v128 {
  const residual = f64x2.sub(a, y)
  if (code == MEAN_SQUARED_ERROR) return f64x2.mul(residual, residual)
  const size = f64x2.abs(residual)
  if (code == MEAN_ABSOLUTE_ERROR) return size
  const delta = splat(deltaOf(options))
  const square = f64x2.mul(f64x2.mul(splat(0.5), size), size)
  const line = f64x2.mul(delta, f64x2.sub(size, f64x2.mul(splat(0.5), delta)))
  return v128.bitselect(square, line, f64x2.le(size, delta))
}

/** The derivatives of such terms. */
// @ts-ignore: decorator
@inline
function slopeOf(code: i32, a: v128, y: v128, options: usize): v128 {
  const residual = f64x2.sub(a, y)
  if (code == MEAN_SQUARED_ERROR) return f64x2.mul(splat(2), residual)
  if (code == MEAN_ABSOLUTE_ERROR) return sign(residual)
  const delta = splat(deltaOf(options))
  return v128.bitselect(residual, f64x2.mul(delta, sign(residual)), f64x2.le(f64x2.abs(residual), delta))
}

/** The row's share of N times the loss. */
// @ts-ignore: decorator
@inline
function sumOfTerms<T>(code: i32, row: usize, panelBytes: i32, width: i32, target: usize, options: usize): f64 {
  let sum: f64 = 0
  for (let j = 0; j < width; j += 2) {
    const both = j + 1 < width
    const a = loadPair<T>(placeOf<T>(row, panelBytes, j))
    sum = sumWith(sum, term(code, a, targetsAt<T>(target, j, both), options), both)
  }
  return sum
}

// @ts-ignore: decorator
@inline
function slopesOfTerms<T>(code: i32, row: usize, grad: usize, panelBytes: i32, width: i32, target: usize, options: usize, divisor: f64): void {
  for (let j = 0; j < width; j += 2) {
    const both = j + 1 < width
    const a = loadPair<T>(placeOf<T>(row, panelBytes, j))
    const slope = f64x2.div(stored<T>(slopeOf(code, a, targetsAt<T>(target, j, both), options)), splat(divisor))
    const place = placeOf<T>(grad, panelBytes, j)
    if (both) storePair<T>(place, slope)
    else storeOne<T>(place, slope)
  }
}

/** N times the loss of one row, but for the cross-entropies; of the output layer's Z or A, whichever the loss reads. */
function lossOfRow<T>(code: i32, row: usize, panelBytes: i32, width: i32, target: usize, options: usize): f64 {
  if (code == MEAN_SQUARED_ERROR) return sumOfTerms<T>(MEAN_SQUARED_ERROR, row, panelBytes, width, target, options)
  if (code == MEAN_ABSOLUTE_ERROR) return sumOfTerms<T>(MEAN_ABSOLUTE_ERROR, row, panelBytes, width, target, options)
  if (code == HUBER) return sumOfTerms<T>(HUBER, row, panelBytes, width, target, options)
  return hinge<T>(row, panelBytes, width, target, marginOf(options))
}

/** dL/d(output) of one row, into the real columns of `grad`, which lies as `row` does. The divisor is N, or 1 for a sum. */
function lossGradientOfRow<T>(
  code: i32, row: usize, grad: usize, panelBytes: i32, width: i32, target: usize, options: usize, divisor: f64
): void {
  if (code == MEAN_SQUARED_ERROR) slopesOfTerms<T>(MEAN_SQUARED_ERROR, row, grad, panelBytes, width, target, options, divisor)
  else if (code == MEAN_ABSOLUTE_ERROR) slopesOfTerms<T>(MEAN_ABSOLUTE_ERROR, row, grad, panelBytes, width, target, options, divisor)
  else if (code == HUBER) slopesOfTerms<T>(HUBER, row, grad, panelBytes, width, target, options, divisor)
  else hingeGradient<T>(row, grad, panelBytes, width, target, marginOf(options), divisor)
}

/**
 * N times the loss of each of the rows `from` … `to` − 1 into `rowLosses`; and when `learns` dL/d(output), with N as divisor, or 1 for a
 * sum, into the real columns of the layer's gradZ. `from` is a multiple of P.
 */
export function lossesOfRows<T>(plan: Plan, layer: Layer, from: i32, to: i32, divisor: f64, learns: bool): void {
  const read = plan.readsLogits ? layer.Z : layer.A
  const grad = learns ? layer.gradZ : 0
  const code = plan.loss
  if (code == SOFTMAX_CROSS_ENTROPY) {
    softmaxCrossEntropy<T>(plan, read, grad, layer.units, from, to, divisor)
    return
  }
  if (code == BINARY_CROSS_ENTROPY) {
    binaryCrossEntropy<T>(plan, read, grad, layer.units, from, to, divisor)
    return
  }
  for (let i = from; i < to; i++) {
    const row = read + <usize>(i << 6)
    const target = targetOf(plan, i)
    store<f64>(plan.rowLosses + <usize>(i << 3), lossOfRow<T>(code, row, plan.panelBytes, layer.units, target, plan.lossOptions))
    if (grad == 0) continue
    lossGradientOfRow<T>(code, row, grad + <usize>(i << 6), plan.panelBytes, layer.units, target, plan.lossOptions, divisor)
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
 * What one row adds to the metric, as src/core/train/evaluate.ts counts. Metric 0: 1 when the predicted class is right. 1: how many of
 * its outputs lie on the right side of ½. 2: Σ (a − y)².
 */
export function scoreOfRow<T>(metric: i32, row: usize, panelBytes: i32, width: i32, target: usize): f64 {
  if (metric == 0) return classScore<T>(row, panelBytes, width, target)
  if (metric == 2) return sumOfTerms<T>(MEAN_SQUARED_ERROR, row, panelBytes, width, target, 0)
  let right = 0
  for (let j = 0; j < width; j++) {
    const predicted = elementAt<T>(row, panelBytes, j) >= 0.5
    const truth = <f64>load<T>(target + <usize>(j * <i32>sizeof<T>())) >= 0.5
    right += predicted == truth ? 1 : 0
  }
  return <f64>right
}
