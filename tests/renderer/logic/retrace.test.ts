import { describe, expect, it } from 'vitest'
import { planRetrace } from '../../../src/renderer/logic/retrace'
import { labState, settings } from '../support/lab-state'

describe('after the engine came back', () => {
  it('nothing is retraced when nothing is missing', () => {
    expect(planRetrace(labState(), 40, labState({ run: { epoch: 40 } }))).toBeNull()
  })

  it('settings are the same in whatever order they come', () => {
    const restored = labState()
    const entries = Object.entries({ ...restored.settings, seeds: { shuffle: 1, init: 1, split: 1 } }).reverse()
    expect(planRetrace(labState(), 0, { ...restored, settings: Object.fromEntries(entries) as typeof settings })).toBeNull()
  })

  it('the epochs since the saved session are trained again', () => {
    expect(planRetrace(labState(), 40, labState({ run: { epoch: 12 } }))).toEqual({ settings: null, untilEpoch: 40 })
  })

  it('settings that were not saved yet are set again first', () => {
    const before = labState({ settings: { l2: 0.01 } })
    expect(planRetrace(before, 0, labState())).toEqual({ settings: { ...settings, l2: 0.01 }, untilEpoch: 0 })
  })

  it('other data are left as they came', () => {
    expect(planRetrace(labState(), 40, labState({ sha256: 'other' }))).toBeNull()
  })
})
