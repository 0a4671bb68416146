import { describe, expect, it } from 'vitest'
import { isStageName, stageOf } from '../../../src/core/lab-truth/stages'

describe('the stage of a name', () => {
  it.each([
    ['loss', 2, { of: 'loss', layer: 1 }],
    ['ds', 2, { of: 'dZ', layer: 1 }],
    ['dZ', 2, { of: 'dZ', layer: 0 }],
    ['dH', 3, { of: 'dA', layer: 1 }],
    ['dH1', 2, { of: 'dA', layer: 0 }],
    ['dW2', 2, { of: 'dW', layer: 1 }],
    ['db1', 1, { of: 'db', layer: 0 }],
    ['dW3', 2, null],
    ['dZ', 1, null],
    ['dq', 2, null]
  ])('%s of %d layers', (name, layers, stage) => {
    expect(stageOf(name, layers)).toEqual(stage)
  })

  it('is of some network or of none', () => {
    expect(['dW9', 'dZ', 'dscores', 'forward'].map(isStageName)).toEqual([true, true, true, false])
  })
})
