import { expect, it } from 'vitest'
import { notesOnNoEffect, type Settings } from '#core'
import { fieldOfNote, fieldOfProblem } from '../../../../src/renderer/features/settings/problem-fields'
import { keyOfField, settingFields } from '../../../../src/renderer/features/settings/setting-fields'
import { settings } from '../../support/experiment-state'

it('a problem is shown beside the setting that fixes it', () => {
  expect(fieldOfProblem({ code: 'data.one-class', details: {} })).toBe('targets')
  expect(fieldOfProblem({ code: 'spec.no-features', details: {} })).toBe('features')
  expect(fieldOfProblem({ code: 'data.not-a-number', details: {} })).toBeNull()
})

it('a setting without effect is told beside itself', () => {
  const idle = {
    ...settings,
    hidden: [] as Settings['hidden'],
    dropout: 0.5,
    epochs: 3,
    optimizer: { kind: 'sgd', nesterov: true },
    schedule: { kind: 'step', every: 30, factor: 0.1, warmUp: 9 },
    stop: { ...settings.stop, patience: 20 }
  } as const
  expect(notesOnNoEffect(idle).map(fieldOfNote)).toEqual(['nesterov', 'dropout', 'warmUp', 'every', 'patience'])
  expect(fieldOfNote({ code: 'note.dropped-rows', details: {} })).toBeNull()
})

it('every field belongs to a key of the settings', () => {
  expect(settingFields.map(keyOfField).filter((key) => !(key in settings))).toEqual([])
  expect(keyOfField('shuffleSeed')).toBe('seeds')
})
