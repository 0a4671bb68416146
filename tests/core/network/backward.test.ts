import { describe, expect, it } from 'vitest'
import { backward, forward, matrixFrom, outputsOf, totalLoss, type Objective } from '#core'
import { disagreement, flat, isSupported, parametersOf, readCases, targetsOf, type GradientCase } from '../../support/reference'

const AGREEMENT = 1e-9

describe('backpropagation against PyTorch autograd in float64', () => {
  const cases = readCases<GradientCase>('gradient-cases.json').filter(isSupported)

  it('knows a good part of the cases', () => {
    expect(cases.length).toBeGreaterThan(20)
  })

  it.each(cases.map((one) => [one.id, one] as const))('%s agrees in loss, outputs and every gradient', (_id, one) => {
    const parameters = parametersOf(one.parameters)
    const objective: Objective = { loss: one.loss, regularization: one.regularization }
    const targets = targetsOf(one.y)
    const cache = forward(one.network, parameters, matrixFrom(one.X))
    const { gradients, gradX } = backward(one.network, parameters, cache, targets, objective)

    expect(disagreement([totalLoss(parameters, cache, targets, objective)], [one.expected.loss])).toBeLessThanOrEqual(AGREEMENT)
    expect(disagreement(flat(outputsOf(cache)), one.expected.outputs.flat())).toBeLessThanOrEqual(AGREEMENT)
    expect(disagreement(flat(gradX), one.expected.inputGradient.flat())).toBeLessThanOrEqual(AGREEMENT)
    one.expected.gradients.forEach((expected, l) => {
      expect(disagreement(flat(gradients[l].W), expected.W.flat())).toBeLessThanOrEqual(AGREEMENT)
      expect(disagreement(flat(gradients[l].b), expected.b)).toBeLessThanOrEqual(AGREEMENT)
    })
  })
})

describe('backpropagation', () => {
  const network = {
    inputs: 2,
    layers: [
      { units: 2, activation: 'relu' },
      { units: 2, activation: 'linear' }
    ]
  } as const
  const parameters = [
    {
      W: matrixFrom([
        [1, -1],
        [0.5, 2]
      ]),
      b: matrixFrom([[0, -1]])
    },
    {
      W: matrixFrom([
        [1, 0],
        [-1, 3]
      ]),
      b: matrixFrom([[0.5, 0]])
    }
  ]
  const X = matrixFrom([[1, 2]])
  const targets = { kind: 'classes', classes: Int32Array.of(1) } as const

  it('adds 2·l2·W to the gradient of weights and nothing to that of biases', () => {
    const loss = { kind: 'softmax-cross-entropy' } as const
    const cache = forward(network, parameters, X)
    const without = backward(network, parameters, cache, targets, { loss, regularization: { l2: 0 } })
    const regularized = backward(network, parameters, cache, targets, { loss, regularization: { l2: 0.25 } })
    regularized.gradients.forEach(({ W, b }, l) => {
      W.data.forEach((g: number, e: number) => expect(g).toBeCloseTo(without.gradients[l].W.data[e] + 0.5 * parameters[l].W.data[e], 14))
      expect(b).toEqual(without.gradients[l].b)
    })
  })

  it('names both shapes when a batch does not fit the network', () => {
    expect(() => forward(network, parameters, matrixFrom([[1, 2, 3]]))).toThrow('A·B: expected 3, got 2 (1×3 · 2×2)')
  })

  it('has no bias gradient in a network without biases', () => {
    const bare = parameters.map(({ W }) => ({ W, b: null }))
    const objective = { loss: { kind: 'softmax-cross-entropy' }, regularization: { l2: 0 } } as const
    const cache = forward({ ...network, bias: false }, bare, X)
    const { gradients } = backward({ ...network, bias: false }, bare, cache, targets, objective)
    expect(gradients.map(({ b }) => b)).toEqual([null, null])
  })
})
