import { settingNames, type Settings } from '#core'
import { chosen, number, type Values } from './flag-values'
import { flaggedSetting, flagOf, isFlagged, type FlaggedName } from './setting-flags'

/** Reads the settings that one flag sets, each as given or its default; without those that the data decide. */
export function readSettings(values: Values): Pick<Settings, Exclude<FlaggedName, 'task'>> {
  const read = settingNames.filter(isFlagged).map((name) => [name, readSetting(values, name)])
  return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as Pick<Settings, Exclude<FlaggedName, 'task'>>
}

function readSetting(values: Values, name: FlaggedName): unknown {
  const entry = flaggedSetting(name)
  const flag = flagOf(name)
  if (!values.has(flag)) return entry.default
  switch (entry.kind) {
    case 'number':
      return number(values, flag, NaN)
    case 'choice':
      return chosen(values, flag, entry.choices[0])
    case 'switch':
      return !entry.default
  }
}
