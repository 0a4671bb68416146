import { settingOf, settingsCatalogue, type NamesOfKind, type Setting, type SettingName, type SettingsCatalogue } from '#core'
import type { Flag } from './flag'

/** The settings that one flag sets; the flags of the others are in structured-flags.ts. */
export type FlaggedName = Exclude<SettingName, NamesOfKind<'structured'>>

export type SettingFlagName = SettingsCatalogue[FlaggedName]['flag']['name']

type FlaggedSetting = Exclude<Setting, { readonly kind: 'structured' }>

export function isFlagged(name: SettingName): name is FlaggedName {
  return settingOf(name).kind !== 'structured'
}

/** Returns the entry of a setting that one flag sets. */
export function flaggedSetting(name: FlaggedName): FlaggedSetting {
  return settingsCatalogue[name]
}

/** Returns the flag of a setting, from its entry of the catalogue. */
export function flagOf(name: FlaggedName): SettingFlagName {
  return settingsCatalogue[name].flag.name
}

/** Returns the line of --help of a setting's flag. */
export function settingFlag(name: FlaggedName): Flag {
  const entry = flaggedSetting(name)
  const { group, help, value, default: inWords } = entry.flag
  return {
    value: value ?? placeholderOf(entry),
    group,
    help,
    default: inWords ?? String(entry.default),
    ...(entry.kind === 'choice' ? { choices: entry.choices } : {})
  }
}

function placeholderOf(entry: FlaggedSetting): string | null {
  if (entry.kind === 'switch') return null
  return entry.kind === 'choice' ? entry.choices.join('|') : entry.range.integer ? 'N' : 'X'
}
