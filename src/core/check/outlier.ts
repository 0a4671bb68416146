/** The derivative of the loss along a direction, computed in three ways. */
export interface ThreeDerivatives {
  /** Reverse mode: the gradient times the direction. */
  readonly reverse: number
  /** Forward mode: the derivative carried along the direction from the weights to the loss. */
  readonly forward: number
  /** The central difference. */
  readonly numeric: number
}

/**
 * The one of the three that disagrees with two that agree; `unclear` when no two agree, or one agrees with two that do not.
 */
export type Outlier = 'none' | keyof ThreeDerivatives | 'unclear'

export interface Agreement {
  /** The error to be expected of the numeric derivative. */
  readonly error: number
  /** The rounding error to be expected of the two that are exact but for it. */
  readonly rounding: number
  /** Whether the numeric derivative is usable: not when it crosses a kink. */
  readonly numericCounts: boolean
}

/**
 * Compares two derivatives in float64 that are exact but for rounding: `equal`, `rounding` where they differ by no more than the error to
 * be expected of it, or `different`.
 */
export function compareExact(a: number, b: number, rounding: number): 'equal' | 'rounding' | 'different' {
  const difference = Math.abs(a - b)
  if (difference <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))) return 'equal'
  return difference <= rounding ? 'rounding' : 'different'
}

/** Whether a derivative is the same as a numeric one, but for the error of that. */
function agree(exact: number, numeric: number, error: number): boolean {
  return Math.abs(exact - numeric) <= Math.max(8 * error, 1e-6 * (Math.abs(exact) + Math.abs(numeric)))
}

/**
 * Finds the outlier of three derivatives. Reverse and forward mode share the weights and the activations' derivatives but no other code:
 * the gradient comes from hand-derived backpropagation, the forward derivative from the computational graph.
 */
export function findOutlier({ reverse, forward, numeric }: ThreeDerivatives, { error, rounding, numericCounts }: Agreement): Outlier {
  const exact = compareExact(reverse, forward, rounding) !== 'different'
  if (!numericCounts) return exact ? 'none' : 'unclear'
  const withReverse = agree(reverse, numeric, error)
  const withForward = agree(forward, numeric, error)
  if (exact) return withReverse || withForward ? 'none' : 'numeric'
  if (withReverse && !withForward) return 'forward'
  if (!withReverse && withForward) return 'reverse'
  return 'unclear'
}
