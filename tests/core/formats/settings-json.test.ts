import { describe, expect, it } from 'vitest'
import { defaultSettings, readSettingsJson, settingsJson, type Settings } from '#core'
import { problemOf } from '../../support/problem-of'

const settings: Settings = {
  ...defaultSettings,
  targets: ['species'],
  task: 'classification',
  features: ['height', '身高'],
  loss: { kind: 'softmax-cross-entropy' },
  hidden: [{ units: 8, activation: 'relu' }],
  split: { kind: 'ratio', stratified: true },
  overrides: { height: { scale: 'minmax' } }
}
const data = { origin: 'file', name: 'plants.csv', sha256: 'ab'.repeat(32) } as const
const bytes = (text: string) => new TextEncoder().encode(text)
const changed = (change: (file: Record<string, unknown>) => void) => {
  const file = JSON.parse(settingsJson({ data, settings })) as Record<string, unknown>
  change(file)
  return bytes(JSON.stringify(file))
}

describe('a file of settings', () => {
  it('gives back the settings and the data they are for', () => {
    expect(readSettingsJson(bytes(settingsJson({ data, settings })))).toEqual({ data, settings })
    expect(readSettingsJson(bytes(settingsJson({ data: null, settings }))).data).toBeNull()
  })

  it('is the same bytes for the same settings, and ends with a line end', () => {
    const again = readSettingsJson(bytes(settingsJson({ data, settings })))
    expect(settingsJson(again)).toBe(settingsJson({ data, settings }))
    expect(settingsJson(again).endsWith('}\n')).toBe(true)
  })

  it('may have been written by an editor that puts a mark before the text', () => {
    expect(readSettingsJson(bytes(`\uFEFF${settingsJson({ data, settings })}`)).settings).toEqual(settings)
  })

  it('of another kind, or of a later version, is refused by name', () => {
    expect(problemOf(() => readSettingsJson(changed((file) => (file.format = 'backprop-lab-weights'))))).toBe(
      'format.field: format is "backprop-lab-weights"; expected "backprop-lab-settings".'
    )
    expect(problemOf(() => readSettingsJson(changed((file) => (file.version = 2))))).toBe('format.field: version is 2; expected 1.')
  })

  it.each([
    ['', 'format.not-json'],
    ['{"format":"a","format":"b"}', 'format.duplicate-name'],
    ['[]', 'format.field']
  ])('that is none is refused: %s', (text, code) => {
    expect(problemOf(() => readSettingsJson(bytes(text)))).toContain(`${code}: `)
  })

  it('names the setting that cannot be used', () => {
    const wrong = changed((file) => ((file.settings as Record<string, unknown>).epochs = -1))
    expect(problemOf(() => readSettingsJson(wrong))).toMatch(/^spec\..*epochs/)
  })

  it.each([
    ['origin', 'web'],
    ['name', ''],
    ['sha256', 'abc']
  ])('names the part of the data that is not what it must be: %s', (field, value) => {
    const wrong = changed((file) => ((file.data as Record<string, unknown>)[field] = value))
    expect(problemOf(() => readSettingsJson(wrong))).toContain(`format.field: data.${field} is "${value}"; expected`)
  })
})
