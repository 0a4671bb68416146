import { expect, it } from 'vitest'
import { settingRemediesFor } from '../../../../src/renderer/features/data/setting-remedies'
import { settings } from '../../support/experiment-state'

const columns = ['id', 'a', 'b', 'species']
const patchesFor = (note: Parameters<typeof settingRemediesFor>[0], given = settings) =>
  settingRemediesFor(note, given, columns).map(({ patch }) => patch(given))

it('leaves out a feature that gives the target away, or whose cells are in doubt', () => {
  for (const code of ['note.copies-target', 'note.running-number', 'note.mostly-numbers', 'note.not-dates'] as const) {
    expect(patchesFor({ code, details: { name: 'a' } })).toEqual([{ features: ['b'] }])
  }
})

it('leaves out nothing that is no feature, and never the last feature', () => {
  expect(patchesFor({ code: 'note.copies-target', details: { name: 'id' } })).toEqual([])
  expect(patchesFor({ code: 'note.copies-target', details: { name: 'a' } }, { ...settings, features: ['a'] })).toEqual([])
})

it('fills in missing values otherwise than now, or leaves out the column that costs most rows', () => {
  const note = { code: 'note.dropped-rows', details: { count: 3, total: 9, most: 'b' } } as const
  expect(patchesFor(note, { ...settings, missing: 'drop' })).toEqual([
    { features: ['a'] },
    ...['mean', 'median', 'mode', 'indicator'].map((missing) => ({ missing }))
  ])
})

it('uses an identifier all the same, in the table’s order', () => {
  expect(patchesFor({ code: 'note.near-identifier', details: { name: 'id' } })).toEqual([{ features: ['id', 'a', 'b'] }])
  expect(patchesFor({ code: 'note.identifier', details: { name: 'a' } })).toEqual([])
})
