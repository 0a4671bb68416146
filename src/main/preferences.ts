import { dirname, basename } from 'node:path'
import * as v from 'valibot'
import { preferencesSchema, type Preferences, type StartProblem } from '#shared/contract'
import { StateFile } from '../node/files/state-file'
import { storedJson } from '../node/files/stored-json'

/** Language, theme, engine, page and sidebar, as the user chose them, in a small file of its own. */
export interface PreferenceStore {
  readonly current: Preferences
  readonly problem: StartProblem | null
  /** Throws: file. */
  save(preferences: Preferences): Promise<void>
}

/** Reads the stored preferences; the system's language and theme where there are none or they cannot be read. */
export async function openPreferences(path: string, systemLanguage: string): Promise<PreferenceStore> {
  const file = new StateFile({ folder: dirname(path), name: basename(path), parse: storedJson(basename(path), preferencesSchema) })
  let current =
    (await file.read()) ?? v.parse(preferencesSchema, { language: systemLanguage.startsWith('zh') ? 'zh-CN' : 'en', theme: 'system' })
  return {
    problem: file.problem,
    get current() {
      return current
    },
    async save(preferences) {
      current = preferences
      await file.write(JSON.stringify(preferences))
    }
  }
}
