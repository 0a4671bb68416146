import { describe, expect, it } from 'vitest'
import { activationNames, dropoutMasks, lossKinds, sampleLeak } from '#core'
import { networkOf, parametersFor, samplesFor } from '../../support/problems'

const combinations = activationNames.flatMap((activation) => lossKinds.map((kind) => [activation, kind] as const))

describe('the samples of a batch', () => {
  it.each(combinations)('do not influence each other at all: %s, %s', (activation, kind) => {
    const network = networkOf([3, 5, 4, 2], activation, kind)
    const objective = { loss: { kind }, regularization: { l2: 0.1 } } as const
    const batch = samplesFor(network, kind, 1, 9)
    expect(sampleLeak({ network, objective, parameters: parametersFor(network, 1), batch })).toBe(0)
  })

  it('keep their own dropout masks', () => {
    const plain = networkOf([3, 6, 2], 'tanh', 'softmax-cross-entropy')
    const network = { ...plain, layers: [{ ...plain.layers[0], dropout: 0.5 }, plain.layers[1]] }
    const objective = { loss: { kind: 'softmax-cross-entropy' }, regularization: {} } as const
    const batch = samplesFor(network, 'softmax-cross-entropy', 1, 9)
    const masks = dropoutMasks(network, 9, 1, 1, 'f64')
    expect(sampleLeak({ network, objective, parameters: parametersFor(network, 1), batch, masks })).toBe(0)
  })
})
