import { expect, it } from 'vitest'
import { changedSteps, fieldOfStep, isPart, partOf, stepNames } from '../../../../src/renderer/features/data/preparation-steps'
import { settings } from '../../support/experiment-state'

it('a step changes when one of its settings does, and no other', () => {
  expect(changedSteps(settings, { ...settings, learningRate: 1 })).toEqual([])
  expect(changedSteps(settings, { ...settings, missing: 'mean' })).toEqual(['missing'])
  expect(changedSteps(settings, { ...settings, test: 0.5, scale: 'none' })).toEqual(['scale', 'split'])
})

it('a step is undone by its own part of the settings', () => {
  const before = { ...settings, test: 0.4, validation: 0.1 }
  expect({ ...settings, ...partOf(before, 'split') }).toEqual(before)
})

it('a part is in force when the settings say the same', () => {
  expect(isPart(partOf(settings, 'split'), settings)).toBe(true)
  expect(isPart({ ...partOf(settings, 'split'), test: 0.9 }, settings)).toBe(false)
})

it('every step has a field for its errors', () => {
  expect(stepNames.map((step) => fieldOfStep[step])).not.toContain(undefined)
})
