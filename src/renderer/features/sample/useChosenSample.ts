import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { sampleSides, type SamplePlace } from '#shared/contract'
import { sharedState } from '../../ui/shared-state'
import type { EngineClient } from '../../engine-client/useEngine'
import { sideRows } from './side-rows'

/** The row that is followed through the network, the same in every panel. */
export interface ChosenSample {
  /** Always a row that is there, as long as there are any. */
  readonly sample: Readonly<Ref<SamplePlace>>
  /** Whether someone chose it. */
  readonly isChosen: Readonly<Ref<boolean>>
  /** Number of rows in its part of the split. */
  readonly rows: ComputedRef<number>
  readonly choose: (place: SamplePlace) => void
  /** Back to the first row, chosen by nobody. */
  readonly forget: () => void
  /** The next row or the one before, on the same side. */
  readonly move: (by: 1 | -1) => void
}

export const chosenSampleState = sharedState<ChosenSample>('ChosenSample')
export const useChosenSample = chosenSampleState.use

const FIRST: SamplePlace = { side: 'train', index: 0 }

export function createChosenSample({ state }: Pick<EngineClient, 'state'>): ChosenSample {
  // Plain, as it goes over a port.
  const sample = shallowRef<SamplePlace>(FIRST)
  const isChosen = ref(false)
  const counts = computed(() => sideRows(state.value))
  const rows = computed(() => counts.value[sample.value.side])

  function forget(): void {
    sample.value = FIRST
    isChosen.value = false
  }

  // Another table or another split has other rows.
  const key = () => [state.value?.data.sha256, ...sampleSides.map((side) => counts.value[side]), state.value?.settings.seeds.split].join()
  watch(key, forget)

  function choose(place: SamplePlace): void {
    sample.value = place
    isChosen.value = true
  }

  return {
    sample,
    isChosen,
    rows,
    choose,
    forget,
    move: (by) => choose({ ...sample.value, index: Math.max(0, Math.min(rows.value - 1, sample.value.index + by)) })
  }
}
