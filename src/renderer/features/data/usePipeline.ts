import { shallowRef, watch, type ShallowRef } from 'vue'
import type { Pipeline } from '#core'
import { useEngine } from '../../engine-client/useEngine'

/** The constants of the preparation as it stands; null while there are none. */
export function usePipeline(): Readonly<ShallowRef<Pipeline | null>> {
  const { request, state } = useEngine()
  const pipeline = shallowRef<Pipeline | null>(null)

  const key = () => {
    if (!state.value?.prepared) return null
    const { data, settings } = state.value
    const { targets, features, task, missing, encode, scale, overrides, scaleTargets, split, test, validation, seeds } = settings
    const chosen = [targets, features, task, missing, encode, scale, overrides, scaleTargets, split, test, validation, seeds.split]
    return JSON.stringify([data.sha256, data.reading, chosen])
  }

  watch(
    key,
    async (wanted) => {
      const answer = wanted === null ? null : await request('pipeline').catch(() => null)
      if (key() === wanted) pipeline.value = answer
    },
    { immediate: true }
  )
  return pipeline
}
