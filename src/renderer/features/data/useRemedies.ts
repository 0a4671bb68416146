import { shallowRef, watch, type ShallowRef } from 'vue'
import { sharedState } from '../../ui/shared-state'
import type { EngineClient } from '../../engine-client/useEngine'
import type { Files } from '../files/useFiles'
import type { SettingsEditor } from '../settings/useSettings'
import { columnChanges, type ColumnChange } from './column-changes'
import type { Remedy } from './remedies'
import type { SettingRemedy } from './setting-remedies'

/** A remedy that was applied, what it changed, and the way back. */
export interface Applied extends Pick<Remedy, 'label' | 'values'> {
  readonly changes: readonly ColumnChange[]
  readonly undo: () => Promise<void>
}

/** The remedies for notes on the open table. */
export interface Remedies {
  /** The one applied last; null where there is none, where it was undone, or where another table was opened. */
  readonly last: Readonly<ShallowRef<Applied | null>>
  /** Reads the file again. */
  readonly read: (remedy: Remedy) => Promise<void>
  /** Changes a setting. */
  readonly set: (remedy: SettingRemedy) => Promise<void>
  readonly undo: () => Promise<void>
}

export const remediesState = sharedState<Remedies>('Remedies')
export const useRemedies = remediesState.use

export interface RemediesOptions {
  readonly engine: EngineClient
  readonly files: Files
  readonly settings: SettingsEditor
}

export function createRemedies({ engine, files, settings }: RemediesOptions): Remedies {
  const last = shallowRef<Applied | null>(null)
  watch(
    () => engine.state.value?.data.sha256,
    () => (last.value = null)
  )

  return {
    last,
    async read({ label, values, reading }) {
      const before = engine.state.value
      if (!before?.data.reading) return
      const was = before.data.reading
      await files.readAgain('open', reading)
      const after = engine.state.value
      // Declined, cancelled or refused: nothing has changed.
      if (!after || after.data === before.data || after.data.sha256 !== before.data.sha256) return
      const changes = columnChanges(before.data.columns, after.data.columns)
      last.value = { label, values, changes, undo: () => files.readAgain('open', was) }
    },
    async set({ label, values, field, patch }) {
      const before = engine.state.value?.settings
      if (!before) return
      await settings.change(field, patch)
      if (engine.state.value?.settings === before) return
      last.value = { label, values, changes: [], undo: () => settings.change(field, { [field]: before[field] }) }
    },
    async undo() {
      const { value: undone } = last
      const before = engine.state.value
      await undone?.undo()
      if (engine.state.value !== before && last.value === undone) last.value = null
    }
  }
}
