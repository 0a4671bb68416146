import type { Quotient } from './checked-loss'
import { compareExact } from './outlier'
import { checkPresets, type CheckPresetName, type ComparedGradient } from './presets'
import { settle, type Settled } from './settle'
import { isFailure, passes, relativeError, verdictOf, type Verdict } from './verdict'

/** By how much the step may shrink at a kink: the smallest one moves Z by 1e-7. */
const SMALLEST = 1e-7
/** The largest change of a Z from which the quotient is made to settle: 2⁻⁷. */
const START = 0.0078125
/** A number stands above an error that is so many times smaller. */
const ABOVE = 8

/** Options of a comparison. */
export interface ComparisonOptions {
  readonly preset: CheckPresetName
  readonly epsilon: number
  /** The total loss. */
  readonly loss: number
  readonly smooth: boolean
}

/** A gradient, and the ways to find it without the backward pass. */
export interface Evidence {
  readonly analytic: number
  /** The step that ε comes to here. */
  readonly step: number
  quotient(h: number): Quotient
  /** The largest |change of Z| / max(1, |Z|) of the last quotient. */
  reach(): number
  /** The derivative in forward mode. */
  forward(): number
  /** The rounding error to be expected of the gradient and of forward mode. */
  rounding(): number
}

/** A gradient compared with its difference quotient. */
export interface Comparison {
  /** The quotient it was compared with, and its step. */
  readonly numeric: number
  readonly step: number
  /** Estimate of the error of the quotient: truncation and rounding. */
  readonly error: number
  /** |a − n| / max(|a| + |n|, τ), for every preset. */
  readonly relative: number
  readonly verdict: Verdict
  /** The gradient and the quotient for the step that ε comes to, which a rule judges alone. */
  readonly compared: ComparedGradient
}

/**
 * Compares a gradient a with its difference quotient n.
 *
 * 1. n for the step that ε comes to, divided by ten as long as p − h and p + h are on different branches of a kink. If none is left: `kink`.
 * 2. a and n stand above the rounding error, and the preset's rule accepts them: confirmed.
 * 3. The rule accepts forward mode in its place, which shares no code with the backward pass, and the two are different: wrong.
 * 4. Otherwise the quotient is made to settle. Where neither stands above its error: `too-small`. Where the rule accepts the settled value:
 *    confirmed, and `epsilon-too-large` if it was a smaller step that did it.
 * 5. Otherwise forward mode decides. Where the two agree, the gradient is confirmed if the quotient agrees within its error, and the
 *    difference is `unreliable` if it does not; where they agree only as far as their rounding lets them (see `gradientRounding`),
 *    it is `too-small`. Where they do not agree, the gradient is wrong unless the quotient stands with it.
 */
export function compareGradient(evidence: Evidence, { preset, epsilon, loss, smooth }: ComparisonOptions): Comparison {
  const { analytic } = evidence
  const rule = checkPresets[preset]
  let step = evidence.step
  let looser = 1
  let found = evidence.quotient(step)
  while ((found.crossedKink || !Number.isFinite(found.numeric)) && epsilon / (looser * 10) >= SMALLEST * 0.999) {
    step /= 10
    looser *= 10
    found = evidence.quotient(step)
  }
  const compared = { analytic, numeric: found.numeric, loss, step, looser, smooth }
  const noise = ABOVE * Math.max(found.noise, Number.EPSILON * Math.abs(found.numeric))
  // Where the two agree within the rounding error, there is no truncation error to be seen.
  const half = Math.abs(analytic - found.numeric) <= noise ? found : evidence.quotient(step / 2)
  const error = Math.max(noise, (4 / 3) * Math.abs(found.numeric - half.numeric))
  const of = (verdict: Verdict, { numeric, step: at, error: e }: Settled = { numeric: found.numeric, step, error }): Comparison => ({
    numeric,
    step: at,
    error: e,
    relative: relativeError(analytic, numeric, 1e6 * Math.min(e, noise)),
    verdict,
    compared
  })
  if (found.crossedKink) return of('kink')
  // A gradient of 0 is confirmed where nothing reaches the loss. Where its terms cancel, or vanish in rounding, it is too small.
  if (analytic === 0 && found.numeric === 0 && found.isStill) return of('excellent')
  const verdict = rule.verdict(compared)
  const stands = Math.max(Math.abs(analytic), Math.abs(found.numeric)) > ABOVE * noise
  if (stands && passes(verdict)) return of(verdict)
  const forward = evidence.forward()
  const agreement = compareExact(analytic, forward, evidence.rounding())
  if (stands && agreement === 'different' && passes(rule.verdict({ ...compared, analytic: forward }))) return of(verdict)

  const reach = evidence.reach() * (half === found ? 1 : 2)
  const start = reach > 0 ? step * (START / reach) : step
  const settled = settle((h) => evidence.quotient(h), start) ?? { numeric: found.numeric, step, error: Infinity }
  const value = { ...settled, error: Math.max(settled.error, Number.EPSILON * Math.abs(settled.numeric)) }
  if (Math.max(Math.abs(analytic), Math.abs(value.numeric)) <= ABOVE * value.error) return of('too-small', value)
  const again = rule.verdict({ ...compared, numeric: value.numeric, step: value.step })
  if (passes(again)) return of(value.step < step && Math.abs(found.numeric - value.numeric) > noise ? 'epsilon-too-large' : again, value)

  const fits = Math.abs(analytic - value.numeric) <= ABOVE * value.error
  if (agreement === 'rounding') return of('too-small', value)
  if (agreement === 'equal') return of(fits ? 'pass' : 'unreliable', value)
  if (fits && Math.abs(forward - value.numeric) > 2 * ABOVE * value.error) return of('pass', value)
  const against = fits || !(value.error < Infinity) ? { ...value, numeric: forward, error: 0 } : value
  const failed = verdictOf(relativeError(analytic, against.numeric, 0))
  return of(isFailure(failed) ? failed : 'suspicious', against)
}
