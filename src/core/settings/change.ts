import { isSame } from './is-same'
import { settingNames, settingOf, type NamesOfEffect, type SettingName } from './catalogue'
import type { Effect } from './setting'
import type { Settings } from './settings'

/** A setting that takes effect at the next step of a run, if it has one; any other builds the network anew from its seed. */
export type LiveKey = NamesOfEffect<'live' | 'none'>

export function isLive(key: SettingName): key is LiveKey {
  const { effect } = settingOf(key)
  return effect === 'live' || effect === 'none'
}

export const liveKeys: readonly LiveKey[] = settingNames.filter(isLive)

/** The live settings that the numbers of a run depend on. */
export const effectiveKeys: readonly LiveKey[] = liveKeys.filter((key) => settingOf(key).effect !== 'none')

/** The effects of going from one settings to the other. */
export function effectsOf(before: Settings, after: Settings): ReadonlySet<Effect> {
  return new Set(settingNames.flatMap((name) => effectsOfChange(name, before[name], after[name])))
}

function effectsOfChange(name: SettingName, before: unknown, after: unknown): Effect[] {
  const { effect } = settingOf(name)
  if (typeof effect === 'string') return isSame(before, after) ? [] : [effect]
  const [one, other] = [before, after] as Readonly<Record<string, unknown>>[]
  return Object.entries(effect).flatMap(([part, ofPart]) => (isSame(one[part], other[part]) ? [] : [ofPart]))
}

/** Whether going from one settings to the other throws the trained weights away. */
export function rebuilds(before: Settings, after: Settings): boolean {
  const effects = effectsOf(before, after)
  return effects.has('data') || effects.has('network')
}
