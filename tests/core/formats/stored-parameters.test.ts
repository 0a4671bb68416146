import { describe, expect, it } from 'vitest'
import { initialParameters, parametersFrom, storedTensors, type StoredTensor } from '#core'

const network = {
  inputs: 3,
  layers: [
    { units: 4, activation: 'relu' },
    { units: 2, activation: 'linear' }
  ]
} as const
const parameters = initialParameters(network, 1, 'f32')

const W1: StoredTensor = { name: 'W1', shape: [2, 1], data: new Float64Array(2) }
const b1: StoredTensor = { name: 'b1', shape: [1], data: new Float64Array(1) }

describe('storedTensors', () => {
  it('names tensors W1 b1 W2 b2, weights as [in, out], a bias as [out]', () => {
    expect(storedTensors(parameters).map(({ name, shape }) => [name, shape])).toEqual([
      ['W1', [3, 4]],
      ['b1', [4]],
      ['W2', [4, 2]],
      ['b2', [2]]
    ])
  })

  it('has no biases for a network without them', () => {
    const without = initialParameters({ ...network, bias: false }, 1)
    expect(storedTensors(without).map(({ name }) => name)).toEqual(['W1', 'W2'])
  })
})

describe('parametersFrom', () => {
  it('is the way back, whatever the order', () => {
    expect(parametersFrom(storedTensors(parameters))).toEqual(parameters)
    expect(parametersFrom(storedTensors(parameters).reverse())).toEqual(parameters)
    const without = initialParameters({ ...network, bias: false }, 1)
    expect(parametersFrom(storedTensors(without))).toEqual(without)
  })

  it.each<[string, StoredTensor[], string]>([
    ['nothing', [], 'The file has no `W1`'],
    ['a bias alone', [b1], 'The file has no `W1`'],
    ['a gap', [W1, { ...W1, name: 'W3' }], 'The file has no `W2`'],
    ['a stranger', [W1, { ...b1, name: 'x' }], 'The file has `x`, which does not belong to the network; expected only W1.'],
    ['a bias without its weights', [W1, { ...b1, name: 'b2' }], 'The file has no `W2`'],
    ['weights with one dimension', [{ ...W1, shape: [2] }], 'W1.shape is [2]; expected [n, m]'],
    ['layers that do not fit', [W1, { ...W1, name: 'W2' }], 'W2.shape is [2,1]; expected [1, m]'],
    ['a bias of another length', [W1, { ...b1, shape: [2] }], 'b1.shape is [2]; expected [1]'],
    ['a bias of two dimensions', [W1, { ...b1, shape: [1, 1] }], 'b1.shape is [1,1]; expected [1]']
  ])('refuses %s', (_what, tensors, message) => {
    expect(() => parametersFrom(tensors)).toThrow(message)
  })
})
