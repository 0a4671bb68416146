import type { Quotient } from './checked-loss'
import { checkPresets, type CheckPresetName, type ComparedGradient } from './presets'
import { passes, relativeError, relativeErrorFloor, type Verdict } from './verdict'

/** Smallest step of a retry at a kink. */
const SMALLEST_STEP = 1e-7

/** Options of a comparison. */
export interface ComparisonOptions {
  readonly preset: CheckPresetName
  /** Initial step. */
  readonly epsilon: number
  /** The total loss. */
  readonly loss: number
  readonly smooth: boolean
}

/** A gradient compared with its difference quotient. */
export interface Comparison {
  readonly compared: ComparedGradient
  /** |a − n| / max(|a| + |n|, τ), for every preset. */
  readonly relative: number
  readonly verdict: Verdict
}

/**
 * Compares a gradient with the difference quotient for a step h. Where p − h and p + h are on different branches of a kink, h is divided by
 * ten down to 1e-7, the tolerance growing tenfold each time; if it still crosses the kink, the verdict is `kink`, which is not a failure.
 * Where truncation error (∝ h²) explains the difference, as Richardson extrapolation from h and h/2 shows, it is `epsilon-too-large`.
 * Source: L. F. Richardson, 1911 (extrapolation).
 */
export function compareGradient(quotient: (h: number) => Quotient, analytic: number, options: ComparisonOptions): Comparison {
  const { preset, epsilon, loss, smooth } = options
  let step = epsilon
  let looser = 1
  let found = quotient(step)
  while (found.crossedKink && step / 10 >= SMALLEST_STEP * 0.999) {
    step /= 10
    looser *= 10
    found = quotient(step)
  }
  const compared = { analytic, numeric: found.numeric, loss, step, looser, smooth }
  const relative = relativeError(analytic, found.numeric, relativeErrorFloor(loss, step))
  if (found.crossedKink) return { compared, relative, verdict: 'kink' }
  const verdict = checkPresets[preset].verdict(compared)
  if (passes(verdict) || !isExplainedByStep(quotient, compared, preset)) return { compared, relative, verdict }
  return { compared, relative, verdict: 'epsilon-too-large' }
}

/** Whether (4·n(h/2) − n(h)) / 3, which has no error of order h², passes by the same rule. */
function isExplainedByStep(quotient: (h: number) => Quotient, compared: ComparedGradient, preset: CheckPresetName): boolean {
  const half = quotient(compared.step / 2)
  if (half.crossedKink) return false
  const numeric = (4 * half.numeric - compared.numeric) / 3
  return passes(checkPresets[preset].verdict({ ...compared, numeric }))
}
