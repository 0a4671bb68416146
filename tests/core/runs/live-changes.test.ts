import { describe, expect, it } from 'vitest'
import { defaultSettings, type Settings, type RunChange } from '#core'
import { nextChangeAfter, settingsAt, withChange } from '../../../src/core/runs/live-changes'

const start = { ...defaultSettings, learningRate: 0.1, batchSize: 16, l2: 0 } as unknown as Settings

/** The settings at the end and the changes on the way. */
function after(...edits: [step: number, patch: Partial<Settings>][]) {
  let settings = start
  let changes: readonly RunChange[] = []
  for (const [step, patch] of edits) {
    const next = { ...settings, ...patch }
    changes = withChange(changes, settings, next, { epoch: 0, step })
    settings = next
  }
  return { settings, changes }
}

describe('the live changes of a run', () => {
  it('tell the settings of every step', () => {
    const { settings, changes } = after([10, { learningRate: 0.3 }], [10, { l2: 0.01 }], [25, { learningRate: 0.03, batchSize: 8 }])
    expect(settingsAt(settings, changes, 9)).toEqual(start)
    expect(settingsAt(settings, changes, 10)).toEqual({ ...start, learningRate: 0.3, l2: 0.01 })
    expect(settingsAt(settings, changes, 25)).toEqual(settings)
    expect([0, 9, 10, 24, 25].map((step) => nextChangeAfter(changes, step))).toEqual([10, 10, 25, 25, Infinity])
  })

  it('are one where a setting changed twice between two steps, and none where it came back', () => {
    expect(after([10, { learningRate: 0.3 }], [10, { learningRate: 1 }]).changes).toEqual([
      { epoch: 0, step: 10, key: 'learningRate', from: 0.1, to: 1 }
    ])
    expect(after([10, { learningRate: 0.3 }], [10, { learningRate: 0.1 }]).changes).toEqual([])
  })

  it('leave out what the numbers do not depend on', () => {
    expect(after([10, { keepBest: true, stop: { loss: 0.1, metric: null, patience: null, seconds: null } }]).changes).toEqual([])
  })
})
