import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { lessonCase, lessonCaseNames, type NetworkCase, type WireError } from '#core'
import { useEngine } from '../../engine-client/useEngine'
import { useQuery } from '../../engine-client/useQuery'

/** The name of the network in the app among the cases. */
export const APP = 'app'

/** The network that a backward pass is written for: a worked example of the notes, or the one in the app as it stands. */
export interface LabCaseChoice {
  readonly name: Readonly<Ref<string>>
  /** Null while the engine is asked for it, and where the app has none. */
  readonly asked: ComputedRef<NetworkCase | null>
  /** The epoch of the network in the app; null of an example. */
  readonly epoch: ComputedRef<number | null>
  /** Whether the app has no network that could be asked for. */
  readonly isMissing: ComputedRef<boolean>
  /** Why the engine does not give it. */
  readonly refusal: ComputedRef<WireError | null>
  choose(name: string): void
}

/** Keeps the choice. The network in the app follows the run while its page is open. */
export function useLabCase(storage: Pick<Storage, 'getItem' | 'setItem'>): LabCaseChoice {
  const engine = useEngine()
  const names = [APP, ...lessonCaseNames]
  const name = ref(names.find((one) => one === storage.getItem('labs-case')) ?? lessonCaseNames[0])
  const isApp = computed(() => name.value === APP)
  const { view, error } = useQuery('labCase', () => (isApp.value ? [] : null))
  return {
    name,
    asked: computed(() => (isApp.value ? (view.value?.case ?? null) : lessonCase(name.value))),
    epoch: computed(() => (isApp.value ? (view.value?.epoch ?? null) : null)),
    isMissing: computed(() => isApp.value && engine.connection.value === 'ready' && !engine.state.value?.prepared),
    refusal: computed(() => (isApp.value ? error.value : null)),
    choose: (chosen) => {
      name.value = chosen
      storage.setItem('labs-case', chosen)
    }
  }
}
