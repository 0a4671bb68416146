import type { NetworkStatistics, RunTimes } from '#core'
import { aboutRun, answers, nothing } from './request'

export interface InsideView extends NetworkStatistics {
  readonly epoch: number
  readonly learningRate: number
  /** The looks so far, from the beginning of the run on. */
  readonly times: RunTimes
}

/** The query of the statistics of the layers. A later query of the same kind cancels the one before. */
export const insideRequests = aboutRun({
  inside: answers<InsideView>()(nothing)
})
