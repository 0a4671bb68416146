import { computed, type ComputedRef } from 'vue'
import { useEngine } from '../../engine-client/useEngine'

/** The trained epoch (from 1 on) with the lowest test loss so far, the first of equals; null without test rows or training. */
export function useBestEpoch(): ComputedRef<{ readonly epoch: number; readonly value: number } | null> {
  const { history, historyVersion } = useEngine()
  return computed(() => {
    if (historyVersion.value < 0) return null
    const losses = history().series('testLoss')
    let best = -1
    for (let epoch = 1; epoch < losses.length; epoch++) {
      if (Number.isFinite(losses[epoch]) && (best < 0 || losses[epoch] < losses[best])) best = epoch
    }
    return best < 0 ? null : { epoch: best, value: losses[best] }
  })
}
