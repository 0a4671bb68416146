import * as v from 'valibot'
import { defaultEngineConfig, engineConfigSchema } from '../engine'
import { pageNames } from '../pages'

export const languages = ['zh-CN', 'en'] as const
export type UiLanguage = (typeof languages)[number]
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The settings' column beside the results; null for the width of the style sheet, in rem otherwise. */
const sidebarSchema = v.object({
  isHidden: v.boolean(),
  width: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1000)))
})
export type Sidebar = v.InferOutput<typeof sidebarSchema>

const defaultSidebar: Sidebar = { isHidden: false, width: null }

export const preferencesSchema = v.object({
  language: v.picklist(languages),
  theme: v.picklist(themes),
  /** Configuration of the backend; missing in preferences of earlier versions. */
  engine: v.optional(engineConfigSchema, defaultEngineConfig),
  /** The page seen last; one that only another version has is not there. */
  page: v.optional(v.fallback(v.picklist(pageNames), pageNames[0]), pageNames[0]),
  sidebar: v.optional(sidebarSchema, defaultSidebar)
})
export type Preferences = v.InferOutput<typeof preferencesSchema>
/** Preferences as they may stand in a file. */
export type StoredPreferences = v.InferInput<typeof preferencesSchema>
