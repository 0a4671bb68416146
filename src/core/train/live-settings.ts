import type { Objective } from '../network/backward'
import type { ScheduleSpec } from '../nn/schedules'
import type { StopRule } from './stopping'

/** What may change while training goes on; a change takes effect at the next step. */
export interface LiveSettings {
  learningRate: number
  batchSize: number
  objective: Objective
  /** How the rate changes with time; constant unless given. */
  schedule?: ScheduleSpec
  /** The epochs that the schedule reckons with; 1 unless given. */
  epochs?: number
  /** The largest norm of all gradients together; no limit unless given. */
  clip?: number | null
  /** When it ends before its last epoch; never unless given. */
  stop?: StopRule
  /** Whether the weights of the best epoch are kept, from now on; not unless given. */
  keepBest?: boolean
}
