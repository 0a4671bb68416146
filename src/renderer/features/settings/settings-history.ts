import type { Settings } from '#core'
import { dequal } from 'dequal/lite'

/** The settings of one data set as they came to be: those before, the latest last; as they are; and those that were taken back. */
export interface SettingsHistory {
  /** SHA-256 of the data; the settings of other data are of no use here. */
  readonly data: string | null
  readonly past: readonly Settings[]
  readonly present: Settings | null
  readonly future: readonly Settings[]
}

export const emptyHistory: SettingsHistory = { data: null, past: [], present: null, future: [] }

/** Changes that can be taken back at most. */
const MOST = 100

/** The history after the settings were seen to be these: as it is where nothing changed, begun anew with other data. */
export function withSettings(history: SettingsHistory, data: string, settings: Settings): SettingsHistory {
  const { past, present } = history
  if (data !== history.data || !present) return { data, past: [], present: settings, future: [] }
  if (dequal(present, settings)) return history
  return { data, past: [...past, present].slice(-MOST), present: settings, future: [] }
}

/** The history one change back; null where there is none. */
export function undone({ data, past, present, future }: SettingsHistory): SettingsHistory | null {
  const before = past.at(-1)
  return before && present ? { data, past: past.slice(0, -1), present: before, future: [...future, present] } : null
}

/** The history with the change that was taken back last made again; null where there is none. */
export function redone({ data, past, present, future }: SettingsHistory): SettingsHistory | null {
  const after = future.at(-1)
  return after && present ? { data, past: [...past, present], present: after, future: future.slice(0, -1) } : null
}
