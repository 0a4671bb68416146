import type { BatchLossesView } from '#shared/contract'
import { timed, type ViewContext } from './view'

/** The losses of the run's mini-batches. */
export function viewBatchLosses(context: ViewContext): BatchLossesView {
  return timed(context, () => context.trainer.batchLosses.read())
}
