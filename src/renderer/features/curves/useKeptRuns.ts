import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { keptRun, withRun, type KeptRun, type KeptRunFigures } from './kept-runs'
import { useEngine } from '../../engine-client/useEngine'

/** Runs kept to compare the one at hand with. */
export interface KeptRuns {
  readonly runs: Readonly<ShallowRef<readonly KeptRun[]>>
  /** Whether every run is kept when another one begins in its place. */
  readonly byThemselves: Ref<boolean>
  /** Whether there is a run to keep. */
  readonly canKeep: ComputedRef<boolean>
  readonly keep: () => void
  readonly show: (place: number, isShown: boolean) => void
  readonly remove: (place: number) => void
}

/** They stay until the window is closed. */
export function useKeptRuns(): KeptRuns {
  const { connection, state, run, history, historyVersion } = useEngine()
  const runs = shallowRef<readonly KeptRun[]>([])
  const byThemselves = ref(false)
  const canKeep = computed(() => historyVersion.value >= 0 && history().length > 1)
  /** The run as it last stood still, until it is kept. */
  let last: KeptRunFigures | null = null

  function now(): KeptRunFigures | null {
    const { value } = state
    if (!value?.network || history().length < 2) return null
    return keptRun(value, value.network, history())
  }

  function add(figures: KeptRunFigures | null): void {
    if (figures) runs.value = withRun(runs.value, figures)
    last = null
  }

  // Another run replaces the history before anything can be asked of it, but never without the old one having stood still.
  watch(
    run,
    ({ status, epoch }, before) => {
      // An engine that came back begins at 0 and then goes on: that is the same run.
      if (epoch === 0 && before.epoch > 0 && byThemselves.value && connection.value === 'ready') add(last)
      else if (epoch === 0) last = null
      else if (status !== 'running') last = now()
    },
    { flush: 'sync' }
  )

  return {
    runs,
    byThemselves,
    canKeep,
    keep: () => add(now()),
    show: (place, isShown) => (runs.value = runs.value.map((one) => (one.place === place ? { ...one, isShown } : one))),
    remove: (place) => (runs.value = runs.value.filter((one) => one.place !== place))
  }
}
