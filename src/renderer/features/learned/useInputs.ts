import { computed, ref, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { InputsView } from '#shared/contract'
import { useEngine } from '../../engine-client/useEngine'
import { useQuery } from '../../engine-client/useQuery'

/** The inputs that stand on the axes, and what the others are held at. */
export interface PlaneInputs {
  readonly inputs: Readonly<ShallowRef<InputsView | null>>
  readonly options: ComputedRef<readonly { readonly value: number; readonly label: string }[]>
  readonly x: Ref<number>
  readonly y: Ref<number>
  readonly held: Ref<ReadonlyMap<number, number>>
}

/** Begins with the two numbers that tell most of the answer. */
export function usePlaneInputs(): PlaneInputs {
  const { state } = useEngine()
  const { view: inputs } = useQuery('viewInputs', () => (state.value?.prepared ? [] : null), { live: true, followsRun: false })
  // Not those of the state: an answer may be older or newer than it.
  const names = computed(() => inputs.value?.names ?? [])
  const options = computed(() => names.value.map((label, value) => ({ value, label })))
  const x = ref(0)
  const y = ref(0)
  const held = ref<ReadonlyMap<number, number>>(new Map())

  watch(
    () => JSON.stringify([state.value?.data.sha256, names.value, state.value?.settings.targets]),
    () => {
      held.value = new Map()
      if (!inputs.value) return
      const { marks, telling } = inputs.value
      const order = names.value.map((_, i) => i).sort((a, b) => Number(marks[a]) - Number(marks[b]) || telling[b] - telling[a])
      // In the order of the table, so that x of a table of x and y lies across.
      ;[x.value, y.value = x.value] = order.slice(0, 2).sort((a, b) => a - b)
    },
    { immediate: true }
  )
  return { inputs, options, x, y, held }
}
