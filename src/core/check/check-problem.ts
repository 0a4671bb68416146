import type { Objective } from '../network/backward'
import type { Parameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import type { Samples } from '../nn/targets'
import type { Matrix } from '../tensor/matrix'

/** A network, its training objective, and the batch whose loss is differentiated. */
export interface CheckProblem {
  readonly network: NetworkSpec
  readonly objective: Objective
  /** In any precision; checked on a float64 copy. */
  readonly parameters: Parameters
  readonly batch: Samples
  /** Fixed dropout masks, one entry for each layer, as in `forward`; without them nothing is dropped. */
  readonly masks?: readonly (Matrix | null)[]
  /**
   * The gradients to be checked, in the form of the parameters, such as a student's. Those of our own backward pass unless given.
   */
  readonly gradients?: Parameters
  /** The gradients that the kernels in use compute, in the precision of training; checked in place of our own. */
  readonly trained?: Parameters
}
