import { describe, expect, it } from 'vitest'
import {
  defaultSettings,
  effectiveKeys,
  effectsOf,
  liveKeys,
  parseSettings,
  rebuilds,
  settingNames,
  settingOf,
  suggestSettings,
  type NamesOfKind,
  type SettingName,
  type Settings
} from '#core'
import { sampleTable } from '../../support/tables'

const settings = suggestSettings(sampleTable('iris'))

/** Another usable value of each setting that is neither a number, nor a choice, nor a switch; those of several parts part by part. */
const others: { readonly [Name in NamesOfKind<'structured'>]: Settings[Name] } = {
  targets: ['sepal_length'],
  features: settings.features.slice(1),
  overrides: { [settings.features[0]]: { scale: 'none' } },
  split: { kind: 'last', rows: 7 },
  hidden: [{ units: 3, activation: 'relu' }],
  loss: { kind: 'multiclass-hinge' },
  classWeights: 'balanced',
  optimizer: { kind: 'adam' },
  schedule: { kind: 'cosine' },
  seeds: { split: 2, init: 3, shuffle: 4 },
  stop: { ...defaultSettings.stop, patience: 5 }
}

function anotherValue(name: SettingName): unknown {
  const entry = settingOf(name)
  switch (entry.kind) {
    case 'number':
      return entry.range.integer ? 7 : 0.125
    case 'choice':
      return entry.choices.find((choice) => choice !== settings[name])
    case 'switch':
      return !entry.default
    case 'structured':
      return others[name as keyof typeof others]
  }
}

const changed = (name: SettingName, value: unknown): Settings => ({ ...settings, [name]: value })

describe.each(settingNames)('a change of %s', (name) => {
  const { effect } = settingOf(name)
  const after = changed(name, anotherValue(name))

  it('is usable, and is read back as it was', () => {
    expect(parseSettings(after)).toEqual(after)
  })

  it('has the effect that its entry states, and no other', () => {
    const expected = typeof effect === 'string' ? [effect] : Object.values(effect)
    expect([...effectsOf(settings, after)].sort()).toEqual([...new Set(expected)].sort())
    expect(rebuilds(settings, after)).toBe(expected.some((one) => one === 'data' || one === 'network'))
    expect(liveKeys.some((key) => key === name)).toBe(!rebuilds(settings, after))
    expect(effectiveKeys.some((key) => key === name)).toBe(effect === 'live')
  })

  it('is the default where a file of an earlier version lacks it, or is missed', () => {
    const { [name]: _, ...rest } = settings
    const entry = settingOf(name)
    if (entry.required) expect(() => parseSettings(rest)).toThrow(name)
    else expect(parseSettings(rest)[name]).toEqual(entry.default)
  })
})

describe('the parts of a setting', () => {
  it.each([
    ['split', 'data'],
    ['init', 'network'],
    ['shuffle', 'network']
  ] as const)('seeds.%s has the effect %s', (part, effect) => {
    expect([...effectsOf(settings, changed('seeds', { ...settings.seeds, [part]: 99 }))]).toEqual([effect])
  })
})

describe('the same settings', () => {
  it('have no effect', () => {
    expect(effectsOf(settings, structuredClone(settings)).size).toBe(0)
  })
})
