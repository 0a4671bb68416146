import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useEngine } from '../../engine-client/useEngine'

/** Which of several targets is looked at. */
export interface ChosenTarget {
  readonly target: Ref<number>
  readonly options: ComputedRef<readonly { readonly value: number; readonly label: string }[]>
}

export function useTarget(): ChosenTarget {
  const { state } = useEngine()
  const target = ref(0)
  const options = computed(() => (state.value?.settings.targets ?? []).map((label, value) => ({ value, label })))
  watch(options, ({ length }) => target.value >= length && (target.value = 0), { flush: 'sync' })
  return { target, options }
}
