import { describe, expect, it } from 'vitest'
import type { PreparedSummary } from '#shared/contract'
import { balancingOf } from '../../../../src/renderer/features/data/class-balance'
import { settings } from '../../support/experiment-state'

const prepared = (...train: number[]): PreparedSummary => ({
  trainRows: 0,
  validationRows: 0,
  testRows: 0,
  droppedRows: 0,
  inputs: [],
  notes: [],
  classes: train.map((rows, i) => ({ name: `c${i}`, train: rows, validation: 0, test: 0 }))
})

describe('classes that do not occur equally often', () => {
  it('are balanced by a weight each, and back again', () => {
    expect(balancingOf(settings, prepared(30, 10, 5))).toEqual({
      kind: 'classWeights',
      isBalanced: false,
      patch: { classWeights: 'balanced' }
    })
    expect(balancingOf({ ...settings, classWeights: 'balanced' }, prepared(30, 10, 5))?.patch).toEqual({ classWeights: null })
  })

  it('are balanced by the weight of the positive class where there is one output', () => {
    const binary = { ...settings, loss: { kind: 'binary-cross-entropy' } as const }
    const found = balancingOf(binary, prepared(30, 10))
    expect(found?.patch).toEqual({ loss: { kind: 'binary-cross-entropy', positiveWeight: 3 } })
    expect(balancingOf({ ...binary, ...found?.patch }, prepared(30, 10))).toMatchObject({
      isBalanced: true,
      patch: { loss: { positiveWeight: 1 } }
    })
  })

  it('cannot be balanced where one has no training row, or nothing is a class', () => {
    const binary = { ...settings, loss: { kind: 'binary-cross-entropy' } as const }
    expect(balancingOf(binary, prepared(30, 0))).toBeNull()
    expect(balancingOf({ ...settings, loss: { kind: 'mean-squared-error' } }, { ...prepared(), classes: undefined })).toBeNull()
  })
})
