import { computed, type ComputedRef } from 'vue'
import type { BatchLosses } from '#core'
import { useLiveView } from '../../engine-client/useLiveView'

/** The losses of the mini-batches of the run, kept up to date while they are wanted; null without any. */
export function useBatchLosses(isWanted: () => boolean): ComputedRef<BatchLosses | null> {
  const view = useLiveView('viewBatchLosses', () => (isWanted() ? {} : null))
  return computed(() => (view.value && view.value.at.length > 0 ? view.value : null))
}
