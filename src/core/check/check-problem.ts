import type { BackwardProblem } from '../mistakes/backward-problem'
import type { Parameters } from '../network/parameters'

/** A problem whose gradients are checked, and whose they are. */
export interface CheckProblem extends BackwardProblem {
  /**
   * The gradients to be checked, in the form of the parameters, such as a student's. Those of our own backward pass unless given.
   */
  readonly gradients?: Parameters
  /** The gradients that the kernels in use compute, in the precision of training; checked in place of our own. */
  readonly trained?: Parameters
}
