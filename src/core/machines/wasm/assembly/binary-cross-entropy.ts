import { LOSS_POSITIVE_WEIGHT } from './contexts'
import { expAll } from './exponential'
import { splat } from './lanes'
import { lnAll, log1pFrom } from './logarithm'
import { below, sigmoidMix, softplusFrom } from './sigmoid'
import { afterPair, loadPair, stored, storeOne, storePair, sumWith, targetsAt, wholeBlocks } from './lanes'
import { Plan, targetOf } from './plan'

/** e to this is what both the loss and its gradient are made of. */
// @ts-ignore: decorator
@inline
function argumentsOf<T>(row: usize, panelBytes: i32, width: i32, terms: usize): void {
  for (let j = 0; j < width; j += 2) {
    v128.store(terms, below(loadPair<T>(row)))
    terms += 16
    row = afterPair<T>(row, panelBytes, j)
  }
}

/** ((1 − y) σ(z) − p y σ(−z)) / divisor, rounded to T before it is divided. */
// @ts-ignore: decorator
@inline
function gradient<T>(row: usize, grad: usize, panelBytes: i32, width: i32, target: usize, terms: usize, positiveWeight: v128, divisor: v128): void {
  for (let j = 0; j < width; j += 2) {
    const both = j + 1 < width
    const y = targetsAt<T>(target, j, both)
    const slope = sigmoidMix(loadPair<T>(row), v128.load(terms), f64x2.sub(splat(1), y), f64x2.neg(f64x2.mul(positiveWeight, y)))
    const share = f64x2.div(stored<T>(slope), divisor)
    if (both) storePair<T>(grad, share)
    else storeOne<T>(grad, share)
    terms += 16
    row = afterPair<T>(row, panelBytes, j)
    grad = afterPair<T>(grad, panelBytes, j)
  }
}

/** Σ over the outputs of p y softplus(−z) + (1 − y) softplus(z), from the exponentials and the logarithms of 1 + these. */
// @ts-ignore: decorator
@inline
function lossOf<T>(row: usize, panelBytes: i32, width: i32, target: usize, terms: usize, tails: usize, positiveWeight: v128): f64 {
  const one = splat(1)
  const zero = splat(0)
  let sum: f64 = 0
  for (let j = 0; j < width; j += 2) {
    const both = j + 1 < width
    const z = loadPair<T>(row)
    const y = targetsAt<T>(target, j, both)
    const tail = log1pFrom(v128.load(terms), v128.load(tails))
    const forOne = f64x2.mul(f64x2.mul(positiveWeight, y), softplusFrom(f64x2.neg(z), tail))
    const forZero = f64x2.mul(f64x2.sub(one, y), softplusFrom(z, tail))
    const term = f64x2.add(v128.andnot(forOne, f64x2.eq(y, zero)), v128.andnot(forZero, f64x2.eq(y, one)))
    sum = sumWith(sum, term, both)
    terms += 16
    tails += 16
    row = afterPair<T>(row, panelBytes, j)
  }
  return sum
}

/**
 * Binary cross-entropy of scores, N times the loss of each of the rows `from` … `to` − 1 into `rowLosses`; and unless `grad` is 0 the
 * gradient of their sum over `divisor` into its real columns. `from` is a multiple of P. Exponentials and logarithms of all rows go
 * together, as in softmax.ts.
 *
 * Shapes: scores [capacity, width] and grad in panels.
 */
export function binaryCrossEntropy<T>(plan: Plan, scores: usize, grad: usize, width: i32, from: i32, to: i32, divisor: f64): void {
  const panelBytes = plan.panelBytes
  const termBytes = plan.termBytes
  const terms = plan.terms + <usize>(from * termBytes)
  const tails = plan.tails + <usize>(from * termBytes)
  const bytes = wholeBlocks((to - from) * termBytes)
  const positiveWeight = splat(load<f64>(plan.lossOptions, LOSS_POSITIVE_WEIGHT))
  for (let i = from; i < to; i++) argumentsOf<T>(scores + <usize>(i << 6), panelBytes, width, terms + <usize>((i - from) * termBytes))
  expAll(terms, bytes)
  if (grad != 0) {
    for (let i = from; i < to; i++) {
      const row = <usize>(i << 6)
      gradient<T>(scores + row, grad + row, panelBytes, width, targetOf(plan, i), terms + <usize>((i - from) * termBytes), positiveWeight, splat(divisor))
    }
  }
  for (let at: usize = 0; at < <usize>bytes; at += 16) v128.store(tails + at, f64x2.add(splat(1), v128.load(terms + at)))
  lnAll(tails, bytes)
  for (let i = from; i < to; i++) {
    const own = <usize>((i - from) * termBytes)
    const loss = lossOf<T>(scores + <usize>(i << 6), panelBytes, width, targetOf(plan, i), terms + own, tails + own, positiveWeight)
    store<f64>(plan.rowLosses + <usize>(i << 3), loss)
  }
}
