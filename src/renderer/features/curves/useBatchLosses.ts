import { computed, type ComputedRef } from 'vue'
import type { BatchLosses } from '#core'
import { useQuery } from '../../engine-client/useQuery'

/** The losses of the mini-batches of the run, kept up to date while they are wanted; null without any. */
export function useBatchLosses(isWanted: () => boolean): ComputedRef<BatchLosses | null> {
  const { view } = useQuery('viewBatchLosses', () => (isWanted() ? [{}] : null), { live: true })
  return computed(() => (view.value && view.value.at.length > 0 ? view.value : null))
}
