import { describe, expect, it } from 'vitest'
import { activationNames, backward, forward, gradientsBySteps, lossKinds, namedTensors, rightSteps } from '#core'
import { networkOf, parametersFor, samplesFor } from '../../support/problems'

describe('backpropagation by steps that are all right', () => {
  it.each(activationNames)('gives the gradients of the engine: %s', (activation) => {
    for (const kind of lossKinds) {
      for (const reduction of ['mean', 'sum'] as const) {
        const network = networkOf([3, 5, 4, 2], activation, kind)
        const parameters = parametersFor(network, 7)
        const batch = samplesFor(network, kind, 7)
        const objective = { loss: { kind, reduction }, regularization: { l1: 0.01, l2: 0.1 } }
        const cache = forward(network, parameters, batch.X)
        const { gradients } = backward(network, parameters, cache, batch.targets, objective)
        const bySteps = namedTensors(gradientsBySteps({ network, objective, parameters, batch }, rightSteps))
        for (const [t, { matrix }] of namedTensors(gradients).entries()) {
          matrix.data.forEach((g: number, e: number) => expect(bySteps[t].matrix.data[e]).toBeCloseTo(g, 12))
        }
      }
    }
  })

  it('leaves the biases of a network without any alone', () => {
    const network = { ...networkOf([3, 4, 2], 'tanh', 'softmax-cross-entropy'), bias: false }
    const parameters = parametersFor(network, 1)
    const batch = samplesFor(network, 'softmax-cross-entropy', 1)
    const objective = { loss: { kind: 'softmax-cross-entropy' as const }, regularization: {} }
    expect(gradientsBySteps({ network, objective, parameters, batch }, rightSteps).map(({ b }) => b)).toEqual([null, null])
  })
})
