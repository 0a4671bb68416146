import { describe, expect, it } from 'vitest'
import { prepare, type Settings } from '#core'
import { constantLoss } from '../../../../src/core/doctor/evidence/constant-loss'
import { settingsFor, tableOfColumns } from '../../../support/tables'

function lossFor(y: readonly (string | number)[], changes: Partial<Settings>): number {
  const table = tableOfColumns({ x: y.map((_, i) => i), y })
  return constantLoss(prepare(table, settingsFor(table, { targets: ['y'], test: 0, ...changes })))
}

const three = Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? 'a' : 'b'))
const entropy = -(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75))

describe('the loss of the best constant prediction', () => {
  it('is the entropy of the classes for either cross-entropy', () => {
    expect(lossFor(three, { task: 'classification', loss: { kind: 'softmax-cross-entropy' } })).toBeCloseTo(entropy, 10)
    expect(lossFor(three, { task: 'classification', loss: { kind: 'binary-cross-entropy' } })).toBeCloseTo(entropy, 10)
  })

  it('is the sum of all rows where the loss is', () => {
    const loss = { kind: 'softmax-cross-entropy', reduction: 'sum' } as const
    expect(lossFor(three, { task: 'classification', loss })).toBeCloseTo(40 * entropy, 8)
  })

  it('is the variance for squared errors, whatever the mean', () => {
    const y = Array.from({ length: 50 }, (_, i) => 100 + (i % 2 === 0 ? 2.5 : -2.5))
    const changes = { task: 'regression', loss: { kind: 'mean-squared-error' }, scaleTargets: 'none' } as const
    expect(lossFor(y, changes)).toBeCloseTo(6.25, 10)
  })
})
