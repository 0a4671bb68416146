import { passes, relativeError, relativeErrorFloor, verdictOf } from './verdict'

/** Three answers to one question: the derivative of the loss along a direction. */
export interface ThreeAnswers {
  /** Reverse mode: the gradient times the direction. */
  readonly reverse: number
  /** Forward mode: the derivative carried along the direction from the weights to the loss. */
  readonly forward: number
  /** The central difference. */
  readonly numeric: number
}

/**
 * Which of the three disagrees with two that agree; `unclear` when no two agree, or one agrees with two that do not.
 */
export type OddOneOut = 'none' | keyof ThreeAnswers | 'unclear'

export interface Agreement {
  /** The total loss. */
  readonly loss: number
  /** The step of the central difference. */
  readonly step: number
  /** How many times looser the numeric answer is compared. */
  readonly looser: number
  /** Whether the numeric answer may be used: not when a kink lies in its way. */
  readonly numericCounts: boolean
}

/**
 * Finds the odd one out of three answers, two of them agreeing when their relative error passes. Reverse and forward
 * mode share the weights and the activations' derivatives but no other line: the gradient is backpropagated by hand,
 * the forward answer is carried through the computational graph.
 */
export function oddOneOut(answers: ThreeAnswers, { loss, step, looser, numericCounts }: Agreement): OddOneOut {
  const agree = (a: number, b: number, h: number, factor: number) =>
    passes(verdictOf(relativeError(a, b, relativeErrorFloor(loss, h)) / factor))
  const { reverse, forward, numeric } = answers
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
