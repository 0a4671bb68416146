import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { preferencesSchema, type Preferences } from '#shared/contract'
import { writeAtomically } from '../node/files/write-atomically'

/** Language, theme, engine, page and sidebar, as the user chose them, in a small file of its own. */
export interface PreferenceStore {
  readonly current: Preferences
  save(preferences: Preferences): Promise<void>
}

/** Reads the stored preferences; the system's language and theme where there are none or they cannot be read. */
export function openPreferences(file: string, systemLanguage: string): PreferenceStore {
  let current = read(file) ?? v.parse(preferencesSchema, { language: systemLanguage.startsWith('zh') ? 'zh-CN' : 'en', theme: 'system' })
  return {
    get current() {
      return current
    },
    async save(preferences) {
      current = preferences
      await writeAtomically(file, new TextEncoder().encode(JSON.stringify(preferences)))
    }
  }
}

function read(file: string): Preferences | null {
  try {
    const result = v.safeParse(preferencesSchema, JSON.parse(readFileSync(file, 'utf8')))
    return result.success ? result.output : null
  } catch {
    return null
  }
}
