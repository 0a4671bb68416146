import type { BatchLossesView } from '#shared/view'
import { timed, type Inspected } from './inspected'

/** The losses of the run's mini-batches. */
export function viewBatchLosses(inspected: Inspected): BatchLossesView {
  return timed(inspected, () => inspected.trainer.batchLosses.read())
}
