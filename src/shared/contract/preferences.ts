import * as v from 'valibot'
import { defaultEngineConfig, engineConfigSchema } from '../engine'

export const languages = ['zh-CN', 'en'] as const
export type UiLanguage = (typeof languages)[number]
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const preferencesSchema = v.object({
  language: v.picklist(languages),
  theme: v.picklist(themes),
  /** Configuration of the backend; missing in preferences of earlier versions. */
  engine: v.optional(engineConfigSchema, defaultEngineConfig)
})
export type Preferences = v.InferOutput<typeof preferencesSchema>
/** Preferences as they may stand in a file. */
export type StoredPreferences = v.InferInput<typeof preferencesSchema>
