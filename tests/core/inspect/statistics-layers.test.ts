import { describe, expect, it } from 'vitest'
import {
  copyParameters,
  freshOptimizerState,
  networkStatistics,
  takeStep,
  zeros,
  type ActivationName,
  type OptimizerKind,
  type StatisticsOptions
} from '#core'
import { networkOf, parametersFor, samplesFor } from '../../support/problems'

function optionsFor(activation: ActivationName, optimizer: OptimizerKind = 'sgd'): StatisticsOptions {
  const network = networkOf([3, 5, 4, 3], activation, 'softmax-cross-entropy')
  const parameters = parametersFor(network, 1)
  return {
    network,
    objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: { l2: 0.01 } },
    parameters,
    batch: samplesFor(network, 'softmax-cross-entropy', 2, 8),
    optimizer: { kind: optimizer },
    optimizerState: freshOptimizerState({ kind: optimizer }, parameters),
    learningRate: 0.1,
    clip: null
  }
}

const norm = (data: ArrayLike<number>) => Math.sqrt(Array.from(data).reduce((sum, x) => sum + x * x, 0))

describe('what goes on inside a network', () => {
  it.each(['sgd', 'adam'] as const)('changes nothing, and foretells what the next step of %s does to the weights', (kind) => {
    const options = optionsFor('tanh', kind)
    const before = copyParameters(options.parameters)
    const { layers } = networkStatistics(options)
    expect(options.parameters).toEqual(before)
    expect(options.optimizerState).toEqual(freshOptimizerState({ kind }, before))

    const after = copyParameters(before)
    takeStep(after, freshOptimizerState({ kind }, before), options.batch, { ...options, optimizer: { kind }, step: 1 })
    layers.forEach(({ updateRatio }, l) => {
      const change = after[l].W.data.map((x, e) => x - before[l].W.data[e])
      expect(updateRatio).toBeCloseTo(norm(change) / norm(before[l].W.data), 12)
    })
  })

  it('steps no further than clipping lets it, while the gradients are told as they were', () => {
    const free = networkStatistics(optionsFor('tanh'))
    const clipped = networkStatistics({ ...optionsFor('tanh'), clip: 1e-3 })
    clipped.layers.forEach((layer, l) => {
      expect(layer.gradientNorm).toBe(free.layers[l].gradientNorm)
      expect(layer.updateRatio).toBeLessThan(free.layers[l].updateRatio)
    })
  })

  it('knows a ReLU unit that is silent for every row from one that is not', () => {
    const options = optionsFor('relu')
    const [first] = options.parameters
    // Two of five units far below 0, the others far above.
    first.b?.data.set([-1e6, 1e6, 1e6, -1e6, 1e6])
    const { layers } = networkStatistics(options)
    expect(layers[0].dead).toBeCloseTo(2 / 5, 12)
    expect(layers.map(({ saturated }) => saturated)).toEqual([null, null, null])
    expect(layers[2].dead).toBeNull()
  })

  it.each(['sigmoid', 'tanh'] as const)('knows a %s layer at the ends of its range from one in the middle', (activation) => {
    const options = optionsFor(activation)
    const [first, second] = options.parameters
    first.b?.data.fill(50)
    second.W.data.fill(0)
    second.b?.data.fill(0)
    const { layers } = networkStatistics(options)
    expect(layers.map(({ saturated }) => saturated)).toEqual([1, 0, null])
    expect(layers[1].updateRatio).toBeNaN()
  })

  it('counts every weight, gradient and activation', () => {
    const { layers, rows } = networkStatistics(optionsFor('gelu'))
    expect(rows).toBe(8)
    expect(layers.map(({ weights, gradients, activations }) => [weights.count, gradients.count, activations.count])).toEqual([
      [15, 15, 40],
      [20, 20, 32],
      [12, 12, 24]
    ])
  })

  it('tells of weights that are not finite', () => {
    const options = optionsFor('tanh')
    options.parameters[0].W.data[0] = NaN
    const { layers } = networkStatistics({ ...options, batch: { ...options.batch, X: zeros(8, 3) } })
    expect(layers[0].weights.notFinite).toBe(1)
  })
})
