import type { Parameters } from '../network/parameters'
import type { OptimizerState } from '../network/update'
import type { StepRequest } from './machine'

/** The step that comes next in a run: its mini-batch, and all that it depends on besides the weights and the optimizer's memory. */
export interface NextStep extends StepRequest {
  /** The epoch it is in, from 0. */
  readonly epoch: number
  /** Its rows of the training set: `order[from] … order[to − 1]`. */
  readonly rows: Int32Array
}

/** A step that was taken outside the machine. */
export interface TakenStep {
  /** The total loss of its mini-batch before it. */
  readonly loss: number
  readonly parameters: Parameters
  readonly optimizer: OptimizerState
  /** Whether its mini-batch is the run's next one; of other rows, the next one is still to come. */
  readonly isNext: boolean
}
