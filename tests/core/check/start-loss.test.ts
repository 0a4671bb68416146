import { describe, expect, it } from 'vitest'
import { initialParameters, dataLoss, forward, matrixFrom, startLoss, type LossSpec } from '#core'
import { networkOf, samplesFor } from '../../support/problems'

function startOf(loss: LossSpec, outputs = 5) {
  const network = networkOf([3, 4, outputs], 'tanh', loss.kind)
  return startLoss(network, loss, samplesFor(network, loss.kind, 1, 8).targets)
}

describe('the loss at the start', () => {
  it.each<[string, LossSpec, number, string]>([
    ['ln C for softmax', { kind: 'softmax-cross-entropy' }, Math.log(5), '\\ln C'],
    ['ln 2 for binary cross-entropy', { kind: 'binary-cross-entropy' }, Math.LN2, '\\ln 2'],
    ['(C − 1)·m for hinge', { kind: 'multiclass-hinge', margin: 0.5 }, 2, '(C-1)\\,m']
  ])('is %s', (_name, loss, value, tex) => {
    const start = startOf(loss)
    expect(start.value).toBeCloseTo(value, 14)
    expect(start.tex).toBe(tex)
  })

  it('is the mean square of the targets where the network answers 0', () => {
    const network = networkOf([3, 2], 'linear', 'mean-squared-error')
    const targets = {
      kind: 'values',
      values: matrixFrom([
        [1, 2],
        [3, 0]
      ])
    } as const
    expect(startLoss(network, { kind: 'mean-squared-error' }, targets)).toEqual({ value: 14 / 4, tex: null })
  })

  it('has no closed form with weights, and takes them into account', () => {
    const doubled = startOf({ kind: 'softmax-cross-entropy', classWeights: [2, 2, 2, 2, 2] })
    expect(doubled).toEqual({ value: 2 * startOf({ kind: 'softmax-cross-entropy' }).value, tex: null })
    expect(startOf({ kind: 'binary-cross-entropy', positiveWeight: 3 }).tex).toBeNull()
    expect(startOf({ kind: 'softmax-cross-entropy', reduction: 'sum' }).value).toBeCloseTo(8 * Math.log(5), 12)
  })

  it('is where a network with zero weights stands', () => {
    const network = networkOf([3, 4, 5], 'tanh', 'softmax-cross-entropy')
    const { X, targets } = samplesFor(network, 'softmax-cross-entropy', 1, 8)
    const cache = forward(network, initialParameters(network, 1, 'f64', 'zeros'), X)
    const loss = { kind: 'softmax-cross-entropy' } as const
    expect(dataLoss(cache, targets, loss)).toBe(startLoss(network, loss, targets).value)
  })
})
