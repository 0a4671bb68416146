import { describe, expect, it } from 'vitest'
import { defaultSettings, losses, optimizers, schedules } from '#core'
import { keyOfField, settingFields } from '../../../../src/renderer/features/settings/setting-fields'
import { settings } from '../../support/experiment-state'

describe('the fields of the sidebar', () => {
  it.each(settingFields)('%s is stored under a key of the settings', (field) => {
    expect(Object.keys(settings)).toContain(keyOfField(field))
  })

  it('have every number of the catalogues among them', () => {
    const names = [
      ...Object.values(losses).flatMap(({ options }) => Object.keys(options)),
      ...Object.values(optimizers).flatMap(({ options }) => Object.keys(options)),
      ...Object.values(schedules).flatMap(({ options }) => Object.keys(options))
    ]
    expect(names.filter((name) => !(settingFields as readonly string[]).includes(name))).toEqual([])
  })

  it('leave no setting out', () => {
    const keys = new Set(settingFields.map(keyOfField))
    expect(Object.keys(defaultSettings).filter((key) => !(keys as ReadonlySet<string>).has(key))).toEqual([])
  })
})
