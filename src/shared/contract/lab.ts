import type { NetworkCase } from '#core'
import { aboutRun, answers, nothing } from './request'

/** The network in the app as a case of the labs. */
export interface LabCase {
  readonly case: NetworkCase
  /** The epoch whose weights it has. */
  readonly epoch: number
}

/** The labs. */
export const labRequests = aboutRun({
  /** The network as it stands with its first mini-batch. Throws: request.case-too-large. */
  labCase: answers<LabCase>()(nothing)
})
