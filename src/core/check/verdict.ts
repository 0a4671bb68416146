/**
 * Verdicts of a gradient check on one parameter, best first. The last four do not judge the gradient: `epsilon-too-large` confirms it by a
 * smaller step; at a `kink` there is no derivative; what is `too-small` to tell does not stand above the rounding error; a difference is
 * `unreliable` where forward mode confirms the gradient and the difference quotient does not.
 */
export const verdicts = [
  'excellent',
  'pass',
  'suspicious',
  'probably-wrong',
  'wrong',
  'epsilon-too-large',
  'kink',
  'too-small',
  'unreliable'
] as const
export type Verdict = (typeof verdicts)[number]

/** The outcome for a gradient: confirmed, wrong, or not judged for one of three reasons. */
export type Outcome = 'passed' | 'failed' | 'kinks' | 'tooSmall' | 'unreliable'

const outcomes: Readonly<Record<Verdict, Outcome>> = {
  excellent: 'passed',
  pass: 'passed',
  suspicious: 'failed',
  'probably-wrong': 'failed',
  wrong: 'failed',
  'epsilon-too-large': 'passed',
  kink: 'kinks',
  'too-small': 'tooSmall',
  unreliable: 'unreliable'
}

export function outcomeOf(verdict: Verdict): Outcome {
  return outcomes[verdict]
}

/**
 * Returns the verdict on a relative error.
 * Source: the thresholds of CS231n's notes "Neural Networks 3", one step stricter where float64 allows it: an error of
 * 0.1 % must not pass.
 */
export function verdictOf(relative: number): Verdict {
  if (relative <= 1e-7) return 'excellent'
  if (relative <= 1e-6) return 'pass'
  if (relative <= 1e-4) return 'suspicious'
  if (relative <= 1e-2) return 'probably-wrong'
  return 'wrong'
}

/** Whether the gradient is confirmed. A difference that truncation error explains confirms it too. */
export function passes(verdict: Verdict): boolean {
  return outcomes[verdict] === 'passed'
}

/** Whether the gradient is found wrong. */
export function isFailure(verdict: Verdict): boolean {
  return outcomes[verdict] === 'failed'
}

/**
 * Computes τ = 1e-4 · max(1, |L|) · max(1, 1e-5/h), a floor for a relative error where the rounding error of the difference is not known
 * more closely: it is about ε|L|/h and would fail every tiny gradient.
 */
export function relativeErrorFloor(loss: number, h: number): number {
  return 1e-4 * Math.max(1, Math.abs(loss)) * Math.max(1, 1e-5 / h)
}

/** Computes |a − n| / max(|a| + |n|, τ); 0 when both are exactly zero. */
export function relativeError(analytic: number, numeric: number, floor: number): number {
  return analytic === numeric ? 0 : Math.abs(analytic - numeric) / Math.max(Math.abs(analytic) + Math.abs(numeric), floor)
}
