import { beforeEach, describe, expect, it } from 'vitest'
import { shallowRef, type ShallowRef } from 'vue'
import type { Settings } from '#core'
import type { ExperimentState } from '#shared/contract'
import type { EngineClient } from '../../../../src/renderer/engine-client/useEngine'
import type { SettingsEditor } from '../../../../src/renderer/features/settings/useSettings'
import { createStepHistory, type StepHistory } from '../../../../src/renderer/features/data/useStepHistory'
import { experimentState } from '../../support/experiment-state'

describe('the past of the steps of the preparation', () => {
  let state: ShallowRef<ExperimentState | null>
  let history: StepHistory
  /** Whether the user lets trained weights go. */
  let isAllowed: boolean

  const settings = () => state.value?.settings as Settings
  function change(patch: Partial<Settings>, more: Partial<ExperimentState> = {}): void {
    if (state.value) state.value = { ...state.value, ...more, settings: { ...settings(), ...patch } }
  }

  beforeEach(() => {
    state = shallowRef<ExperimentState | null>(experimentState())
    isAllowed = true
    const editor = {
      change: (_field: string, patch: Partial<Settings>) => {
        if (isAllowed) change(patch)
        return Promise.resolve()
      }
    }
    history = createStepHistory({ engine: { state } as unknown as EngineClient, settings: editor as unknown as SettingsEditor })
  })

  it('is gone back to step by step, the others staying as they are', async () => {
    change({ missing: 'mean' })
    change({ scale: 'none' })
    change({ missing: 'mode' })
    await history.undo('missing')
    expect(settings()).toMatchObject({ missing: 'mean', scale: 'none' })
    await history.undo('missing')
    expect(settings()).toMatchObject({ missing: 'drop', scale: 'none' })
    expect([history.canUndo('missing'), history.canUndo('scale')]).toEqual([false, true])
  })

  it('does not know of what belongs to no step', () => {
    change({ learningRate: 0.3 })
    expect(history.canUndo('split')).toBe(false)
  })

  it('stays when going back is declined', async () => {
    change({ test: 0.5 })
    isAllowed = false
    await history.undo('split')
    expect(history.canUndo('split')).toBe(true)
    isAllowed = true
    await history.undo('split')
    expect(settings().test).toBe(0.25)
  })

  it('ends with its table', () => {
    change({ missing: 'mean' })
    change({}, { data: { ...experimentState().data, sha256: 'another' } })
    expect(history.canUndo('missing')).toBe(false)
  })
})
