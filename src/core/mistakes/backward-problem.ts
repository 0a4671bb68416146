import type { Objective } from '../network/backward'
import type { Parameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import type { Samples } from '../nn/targets'
import type { Matrix } from '../tensor/matrix'

/** A network, its training objective, and the batch whose loss is differentiated. */
export interface BackwardProblem {
  readonly network: NetworkSpec
  readonly objective: Objective
  /** In any precision; differentiated at a float64 copy. */
  readonly parameters: Parameters
  readonly batch: Samples
  /** Fixed dropout masks, one entry for each layer, as in `forward`; without them nothing is dropped. */
  readonly masks?: readonly (Matrix | null)[]
}
