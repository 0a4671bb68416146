import { passes, relativeError, relativeErrorFloor, verdictOf } from './verdict'

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
  /** The total loss. */
  readonly loss: number
  /** The step of the central difference. */
  readonly step: number
  /** Factor by which the tolerance of the numeric derivative is larger. */
  readonly looser: number
  /** Whether the numeric derivative is usable: not when it crosses a kink. */
  readonly numericCounts: boolean
}

/**
 * Finds the outlier of three derivatives; two agree when their relative error passes. Reverse and forward mode share the weights and the
 * activations' derivatives but no other code: the gradient comes from hand-derived backpropagation, the forward derivative from the
 * computational graph.
 */
export function findOutlier(derivatives: ThreeDerivatives, { loss, step, looser, numericCounts }: Agreement): Outlier {
  const agree = (a: number, b: number, h: number, factor: number) =>
    passes(verdictOf(relativeError(a, b, relativeErrorFloor(loss, h)) / factor))
  const { reverse, forward, numeric } = derivatives
  const exact = agree(reverse, forward, 1, 1)
  if (!numericCounts) return exact ? 'none' : 'unclear'
  const withReverse = agree(reverse, numeric, step, looser)
  const withForward = agree(forward, numeric, step, looser)
  if (exact && withReverse && withForward) return 'none'
  if (exact && !withReverse && !withForward) return 'numeric'
  if (!exact && withReverse && !withForward) return 'forward'
  if (!exact && !withReverse && withForward) return 'reverse'
  return 'unclear'
}
