import { settingNames, type Settings } from '#core'
import { chosen, number, type Values } from './flag-values'
import { flaggedSetting, flagOf, isFlagged, type FlaggedName } from './setting-flags'

/** The settings that do not depend on the data. */
export type FixedSettings = Omit<Settings, 'targets' | 'features' | 'task' | 'loss'>

/** Reads the settings that one flag sets, each as given or as in `base`; without those that the data decide. */
export function readSettings(values: Values, base: FixedSettings): Pick<FixedSettings, Exclude<FlaggedName, 'task'>> {
  const names = settingNames.filter(isFlagged).filter((name): name is Exclude<FlaggedName, 'task'> => name !== 'task')
  return Object.fromEntries(
    names.map((name) => [name, values.has(flagOf(name)) ? readSetting(values, name) : base[name]])
  ) as unknown as Pick<FixedSettings, Exclude<FlaggedName, 'task'>>
}

function readSetting(values: Values, name: FlaggedName): unknown {
  const entry = flaggedSetting(name)
  const flag = flagOf(name)
  switch (entry.kind) {
    case 'number':
      return number(values, flag, NaN)
    case 'choice':
      return chosen(values, flag, entry.choices[0])
    case 'switch':
      return !entry.default
  }
}
