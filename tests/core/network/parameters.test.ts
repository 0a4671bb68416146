import { describe, expect, it } from 'vitest'
import { copyParameters, initialParameters, namedTensors } from '../../../src/core/network/parameters'
import { precisionOf } from '../../../src/core/tensor/matrix'

const network = {
  inputs: 3,
  layers: [
    { units: 4, activation: 'relu' },
    { units: 2, activation: 'linear' }
  ]
} as const

describe('parameters', () => {
  it('are named layer by layer, weights before bias, in the shape [in, out]', () => {
    const tensors = namedTensors(initialParameters(network, 1))
    expect(tensors.map(({ name, layer, kind, matrix }) => [name, layer, kind, matrix.rows, matrix.columns])).toEqual([
      ['W1', 1, 'weights', 3, 4],
      ['b1', 1, 'bias', 1, 4],
      ['W2', 2, 'weights', 4, 2],
      ['b2', 2, 'bias', 1, 2]
    ])
  })

  it('have no biases in a network without', () => {
    expect(namedTensors(initialParameters({ ...network, bias: false }, 1)).map(({ name }) => name)).toEqual(['W1', 'W2'])
  })

  it('depend on the seed alone, and those of a layer not on the size of another', () => {
    const first = initialParameters(network, 5)
    expect(initialParameters(network, 5)).toEqual(first)
    expect(initialParameters(network, 6)[0].W).not.toEqual(first[0].W)
    const longer = { ...network, layers: [...network.layers, { units: 9, activation: 'linear' }] } as const
    expect(initialParameters(longer, 5).slice(0, 2)).toEqual(first)
  })

  it('are drawn in float64 and then rounded', () => {
    const [double] = initialParameters(network, 5)
    const [single] = initialParameters(network, 5, 'f32')
    expect(single.W.data).toEqual(Float32Array.from(double.W.data))
  })

  it('share no memory with their copy, which may have another precision', () => {
    const first = initialParameters(network, 5)
    const copied = copyParameters(first, 'f32')
    copied[0].W.data[0] = 99
    expect(precisionOf(copied[1].W)).toBe('f32')
    expect(first[0].W.data[0]).not.toBe(99)
  })
})
