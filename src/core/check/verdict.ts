/** Verdicts of a gradient check on one parameter, best first; the last two do not judge the gradient. */
export const verdicts = ['excellent', 'pass', 'suspicious', 'probably-wrong', 'wrong', 'epsilon-too-large', 'kink'] as const
export type Verdict = (typeof verdicts)[number]

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
  return verdict === 'excellent' || verdict === 'pass' || verdict === 'epsilon-too-large'
}

/**
 * Computes τ = 1e-4 · max(1, |L|) · max(1, 1e-5/h): below it a gradient is compared absolutely, since the rounding error of the central
 * difference is about ε|L|/h and would fail every tiny gradient.
 */
export function relativeErrorFloor(loss: number, h: number): number {
  return 1e-4 * Math.max(1, Math.abs(loss)) * Math.max(1, 1e-5 / h)
}

/** Computes |a − n| / max(|a| + |n|, τ); 0 when both are exactly zero. */
export function relativeError(analytic: number, numeric: number, floor: number): number {
  return Math.abs(analytic - numeric) / Math.max(Math.abs(analytic) + Math.abs(numeric), floor)
}
