import * as v from 'valibot'
import type { BatchLosses } from '#core'
import type { Moment } from './moment'
import { aboutRun, answers } from './request'

export interface BatchLossesView extends Moment, BatchLosses {}

/** The query of the losses of mini-batches. */
export const batchLossRequests = aboutRun({
  /** The losses of the run's mini-batches; of those before a restart there are none. */
  viewBatchLosses: answers<BatchLossesView>()(v.strictObject({}))
})
