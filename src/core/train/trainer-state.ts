import type { Parameters } from '../network/parameters'
import type { OptimizerState } from '../network/update'
import type { History } from './history'

/** Weights, and the epoch at whose end they were so. */
export interface EpochWeights {
  readonly epoch: number
  readonly parameters: Parameters
}

/** The progress of a run. */
export interface Progress {
  /** Epochs done. */
  readonly epoch: number
  /** Steps done. */
  readonly step: number
  /** Rows of the epoch in progress that have been trained on. */
  readonly rowsDone: number
}

/** Where a run stands, as plain data: enough to go on with the very next step. */
export interface TrainerState extends Progress {
  readonly parameters: Parameters
  readonly optimizer: OptimizerState
  readonly history: History
  /** The weights of the best epoch, where they are kept. */
  readonly best?: EpochWeights
}

/** A state to go back to in the same run, which still has the history. */
export type Checkpoint = Omit<TrainerState, 'history'>
