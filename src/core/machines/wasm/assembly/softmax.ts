import { LOSS_CLASS_WEIGHTS, LOSS_WEIGHS_CLASSES } from './contexts'
import { expAll } from './exponential'
import { splat } from './lanes'
import { lnAll } from './logarithm'
import { afterPair, elementAt, loadPair, stored, storeOne, storePair, wholeBlocks } from './lanes'
import { Plan, targetOf } from './plan'

/**
 * Softmax cross-entropy, rows by rows: exponentials and logarithms of many rows go together, since one alone is a long chain of operations
 * that wait for each other.
 */

/** The largest element of a row; of NaN it may be any of the others. */
// @ts-ignore: decorator
@inline
function topOf<T>(row: usize, panelBytes: i32, width: i32): f64 {
  let top = splat(-Infinity)
  for (let j = 0; j + 1 < width; j += 2) {
    top = f64x2.pmax(top, loadPair<T>(row))
    row = afterPair<T>(row, panelBytes, j)
  }
  if (width & 1) top = f64x2.pmax(top, splat(<f64>load<T>(row)))
  const first = f64x2.extract_lane(top, 0)
  const second = f64x2.extract_lane(top, 1)
  return second > first ? second : first
}

/** s − top of a row into its terms. */
// @ts-ignore: decorator
@inline
function shift<T>(row: usize, panelBytes: i32, width: i32, top: v128, terms: usize): void {
  for (let j = 0; j < width; j += 2) {
    v128.store(terms, f64x2.sub(loadPair<T>(row), top))
    terms += 16
    row = afterPair<T>(row, panelBytes, j)
  }
}

/** The sum of a row's terms, from the first to the last. */
// @ts-ignore: decorator
@inline
function sumOf(terms: usize, width: i32): f64 {
  let sum: f64 = 0
  for (const end = terms + <usize>(width << 3); terms < end; terms += 8) sum += load<f64>(terms)
  return sum
}

/** (softmax(s) − onehot(y)) · weight / divisor, rounded to T after each operation, from a row's terms and their sum. */
// @ts-ignore: decorator
@inline
function gradient<T>(terms: usize, sum: v128, grad: usize, panelBytes: i32, width: i32, right: i32, weighted: bool, weight: v128, divisor: v128): void {
  for (let j = 0; j < width; j += 2) {
    const share = stored<T>(f64x2.div(v128.load(terms), sum))
    const hot = f64x2.replace_lane(splat(right == j ? 1 : 0), 1, right == j + 1 ? 1 : 0)
    let slope = stored<T>(f64x2.sub(share, hot))
    if (weighted) slope = stored<T>(f64x2.mul(slope, weight))
    slope = f64x2.div(slope, divisor)
    if (j + 1 < width) storePair<T>(grad, slope)
    else storeOne<T>(grad, slope)
    terms += 16
    grad = afterPair<T>(grad, panelBytes, j)
  }
}

@inline
function hasClassWeights(plan: Plan): bool {
  return load<f64>(plan.lossOptions, LOSS_WEIGHS_CLASSES) != 0
}

@inline
function classWeight(plan: Plan, index: i32): f64 {
  return load<f64>(plan.lossOptions + <usize>(index << 3), LOSS_CLASS_WEIGHTS)
}

/**
 * −ln softmax(s)_y, times the weight of class y, of the rows `from` … `to` − 1 into `rowLosses`; and unless `grad` is 0 the gradient of
 * their sum over `divisor` into its real columns. `rowScores` is used meanwhile. `from` is a multiple of P.
 *
 * Shapes: scores [capacity, width] and grad in panels.
 */
export function softmaxCrossEntropy<T>(plan: Plan, scores: usize, grad: usize, width: i32, from: i32, to: i32, divisor: f64): void {
  const panelBytes = plan.panelBytes
  const terms = plan.terms
  const termBytes = plan.termBytes
  const rowLosses = plan.rowLosses
  const rowScores = plan.rowScores
  for (let i = from; i < to; i++) {
    const row = scores + <usize>(i << 6)
    const top = topOf<T>(row, panelBytes, width)
    store<f64>(rowScores + <usize>(i << 3), top - elementAt<T>(row, panelBytes, load<i32>(targetOf(plan, i))))
    shift<T>(row, panelBytes, width, splat(top), terms + <usize>(i * termBytes))
  }
  expAll(terms + <usize>(from * termBytes), wholeBlocks((to - from) * termBytes))
  const weighted = hasClassWeights(plan)
  for (let i = from; i < to; i++) {
    const own = terms + <usize>(i * termBytes)
    const sum = sumOf(own, width)
    store<f64>(rowLosses + <usize>(i << 3), sum)
    if (grad == 0) continue
    const right = load<i32>(targetOf(plan, i))
    const weight = splat(weighted ? classWeight(plan, right) : 1)
    gradient<T>(own, splat(sum), grad + <usize>(i << 6), panelBytes, width, right, weighted, weight, splat(divisor))
  }
  lnAll(rowLosses + <usize>(from << 3), wholeBlocks((to - from) << 3))
  for (let i = from; i < to; i++) {
    const place = rowLosses + <usize>(i << 3)
    const surprise = load<f64>(place) + load<f64>(rowScores + <usize>(i << 3))
    store<f64>(place, weighted ? classWeight(plan, load<i32>(targetOf(plan, i))) * surprise : surprise)
  }
}
