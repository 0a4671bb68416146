import {
  lossOptionNames,
  optimizerOptionNames,
  scheduleOptionNames,
  settingNames,
  settingOf,
  type NamesOfKind,
  type SettingName,
  type Settings
} from '#core'

type OneFieldName = Exclude<SettingName, NamesOfKind<'structured'>>

/** The settings that are one field each: numbers, choices and switches. */
const oneFieldNames = settingNames.filter((name): name is OneFieldName => settingOf(name).kind !== 'structured')

/** The fields of the settings that have several parts, or rows of their own. */
const structuredFields = [
  'targets',
  'features',
  'overrides',
  'split',
  'hidden',
  'loss',
  'reduction',
  'classWeights',
  'optimizer',
  'nesterov',
  'schedule',
  'warmUp',
  'stopLoss',
  'stopAccuracy',
  'stopR2',
  'patience',
  'stopSeconds',
  'splitSeed',
  'initSeed',
  'shuffleSeed'
] as const

/** Everything in the sidebar that can be changed, and beside which an error can stand. */
export const settingFields = [
  ...oneFieldNames,
  ...structuredFields,
  ...lossOptionNames,
  ...optimizerOptionNames,
  ...scheduleOptionNames
] as const
export type SettingField = (typeof settingFields)[number]

const fieldsWithin = <Name extends SettingField>(key: keyof Settings, fields: readonly Name[]) =>
  Object.fromEntries(fields.map((field) => [field, key]))

const KEY_OF_FIELD: Readonly<Partial<Record<string, keyof Settings>>> = {
  ...fieldsWithin('loss', ['reduction', ...lossOptionNames]),
  ...fieldsWithin('optimizer', ['nesterov', ...optimizerOptionNames]),
  ...fieldsWithin('schedule', ['warmUp', ...scheduleOptionNames]),
  ...fieldsWithin('stop', ['stopLoss', 'stopAccuracy', 'stopR2', 'patience', 'stopSeconds']),
  ...fieldsWithin('seeds', ['splitSeed', 'initSeed', 'shuffleSeed'])
}

/** The key of the settings under which a field is stored. */
export function keyOfField(field: SettingField): keyof Settings {
  return KEY_OF_FIELD[field] ?? (field as keyof Settings)
}
