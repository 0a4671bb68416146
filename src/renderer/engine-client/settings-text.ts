import type { Settings } from '#core'

/** Settings as text to compare, whatever the order of their fields: those that were read back have that of the schema. */
export function settingsText(settings: Settings): string {
  return JSON.stringify(settings, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value
  )
}
