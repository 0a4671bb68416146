import { expect, it } from 'vitest'
import { fieldOfProblem } from '../../../../src/renderer/features/settings/problem-fields'
import { keyOfField, settingFields } from '../../../../src/renderer/features/settings/setting-fields'
import { settings } from '../../support/experiment-state'

it('a problem is shown beside the setting that fixes it', () => {
  expect(fieldOfProblem({ code: 'data.one-class', details: {} })).toBe('targets')
  expect(fieldOfProblem({ code: 'spec.no-features', details: {} })).toBe('features')
  expect(fieldOfProblem({ code: 'data.not-a-number', details: {} })).toBeNull()
})

it('every field belongs to a key of the settings', () => {
  expect(settingFields.map(keyOfField).filter((key) => !(key in settings))).toEqual([])
  expect(keyOfField('shuffleSeed')).toBe('seeds')
})
