import { shallowRef, watch } from 'vue'
import type { Settings } from '#core'
import { changedSteps, fieldOfStep, isPart, partOf, stepNames, type PreparationStep } from './preparation-steps'
import { sharedState } from '../../ui/shared-state'
import type { EngineClient } from '../../engine-client/useEngine'
import type { SettingsEditor } from '../settings/useSettings'

export interface StepHistory {
  readonly canUndo: (step: PreparationStep) => boolean
  /** Back to the step as it was before its last change; other steps stay as they are. */
  readonly undo: (step: PreparationStep) => Promise<void>
}

export const stepHistoryState = sharedState<StepHistory>('StepHistory')
export const useStepHistory = stepHistoryState.use

type Past = Readonly<Record<PreparationStep, readonly Partial<Settings>[]>>

const none = (): Past => Object.fromEntries(stepNames.map((step) => [step, []])) as unknown as Past

/** As many changes of a step can be undone. */
const DEPTH = 50

/** Remembers each step of the preparation as it was, as long as the same table is open. */
export function createStepHistory({ engine, settings }: { engine: EngineClient; settings: SettingsEditor }): StepHistory {
  const past = shallowRef(none())
  /** The step that is being undone: what changes then is no new past. */
  let undone: PreparationStep | null = null

  watch(
    engine.state,
    (now, before) => {
      if (!now || !before) return
      if (now.data.sha256 !== before.data.sha256 || now.data.name !== before.data.name) {
        past.value = none()
        return
      }
      const changed = changedSteps(before.settings, now.settings).filter((step) => step !== undone)
      if (changed.length === 0) return
      const added = changed.map((step) => [step, [...past.value[step], partOf(before.settings, step)].slice(-DEPTH)])
      past.value = { ...past.value, ...(Object.fromEntries(added) as Partial<Past>) }
    },
    // Every state counts, also where several come before the window is drawn again.
    { flush: 'sync' }
  )

  return {
    canUndo: (step) => past.value[step].length > 0,
    async undo(step) {
      const before = past.value[step].at(-1)
      if (!before) return
      undone = step
      await settings.change(fieldOfStep[step], before)
      undone = null
      // A change that would lose trained weights may have been declined.
      const isUndone = engine.state.value !== null && isPart(before, engine.state.value.settings)
      if (isUndone) past.value = { ...past.value, [step]: past.value[step].slice(0, -1) }
    }
  }
}
