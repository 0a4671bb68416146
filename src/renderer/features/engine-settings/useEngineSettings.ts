import { dequal } from 'dequal/lite'
import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { EngineConfig } from '#shared/engine'
import type { EngineInfo, Note } from '#shared/contract'
import { sharedState } from '../../ui/shared-state'
import type { EngineClient } from '../../engine-client/useEngine'
import type { PreferencesControl } from '../../engine-client/usePreferences'
import type { Problems } from '../../engine-client/useProblems'

/** The backend: the requested and the actual configuration, and a way to change it. */
export interface EngineSettings {
  /** Whether the dialog stands open. */
  readonly isOpen: Ref<boolean>
  readonly wanted: ComputedRef<EngineConfig>
  /** Null while no engine process has said. */
  readonly inUse: ComputedRef<EngineInfo | null>
  readonly isStarting: ComputedRef<boolean>
  /** Keeps the choice and starts the engine anew with it; the session goes on where it was. False where it could not be kept. */
  readonly apply: (request: EngineConfig) => Promise<boolean>
  /** Notes on disabled backends; none once dismissed. */
  readonly notes: ComputedRef<readonly Note[]>
  readonly dismissNotes: () => void
}

export const engineSettingsState = sharedState<EngineSettings>('EngineSettings')
export const useEngineSettings = engineSettingsState.use

export interface EngineSettingsOptions {
  readonly engine: EngineClient
  readonly preferences: PreferencesControl
  readonly problems: Problems
}

export function createEngineSettings({ engine, preferences, problems }: EngineSettingsOptions): EngineSettings {
  const isOpen = ref(false)
  // What is in use follows the experiment, its precision for one; so it is asked again for the dialog.
  const asked = shallowRef<EngineInfo | null>(null)
  watch(engine.info, () => (asked.value = null))
  watch(isOpen, async (open) => {
    if (open && engine.connection.value === 'ready') await problems.guard(async () => (asked.value = await engine.request('engineInfo')))
  })
  const isStarting = computed(() => engine.connection.value === 'starting')
  const reported = computed(() => engine.info.value?.notes ?? [])
  // The next process does not report the same notes again.
  const dismissed = shallowRef<readonly Note[]>([])

  return {
    isOpen,
    wanted: computed(() => preferences.engine.value),
    inUse: computed(() => (engine.connection.value === 'ready' ? (asked.value ?? engine.info.value) : null)),
    isStarting,
    apply: (request) =>
      problems.guard(async () => {
        await preferences.setEngine(request)
        await engine.restart()
      }),
    notes: computed(() => (dequal(reported.value, dismissed.value) ? [] : reported.value)),
    dismissNotes: () => (dismissed.value = reported.value)
  }
}
