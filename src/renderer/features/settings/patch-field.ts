import type { Settings } from '#core'
import { keyOfField, settingFields, type SettingField } from './setting-fields'

/** The field beside which an error of changed settings stands: the one of the first key that has a field, else the loss. */
export function fieldOfPatch(patch: Partial<Settings>): SettingField {
  const keys = Object.keys(patch)
  return settingFields.find((field) => keys.includes(keyOfField(field))) ?? 'loss'
}
