import { computed, type ComputedRef } from 'vue'
import { useEngine } from '../../engine-client/useEngine'

export interface DataKeys {
  /** Another one for another table, or the same file read in another way. */
  readonly table: ComputedRef<string>
  /** Another one whenever rows may be used otherwise. */
  readonly use: ComputedRef<string>
  /** Another one whenever columns are predicted otherwise. */
  readonly targets: ComputedRef<string>
}

/** Keys of the data views, which change with their content. */
export function useDataKeys(): DataKeys {
  const { state } = useEngine()
  const table = computed(() => JSON.stringify([state.value?.data.sha256, state.value?.data.name, state.value?.data.reading]))
  const use = computed(() => {
    if (!state.value?.prepared) return ''
    const { targets, features, task, missing, overrides, split, test, validation, seeds } = state.value.settings
    return JSON.stringify([targets, features, task, missing, overrides, split, test, validation, seeds.split])
  })
  const targets = computed(() => JSON.stringify([state.value?.settings.targets, state.value?.settings.task]))
  return { table, use, targets }
}
