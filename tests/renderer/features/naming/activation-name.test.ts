import { expect, it } from 'vitest'
import type { NetworkSpec } from '#core'
import { activationName } from '../../../../src/renderer/features/naming/activation-name'

const iris: NetworkSpec = {
  inputs: 4,
  layers: [
    { units: 16, activation: 'tanh' },
    { units: 3, activation: 'linear' }
  ]
}

it('is softmax of the last layer where the loss computes that', () => {
  expect([1, 2].map((layer) => activationName(iris, 'softmax-cross-entropy', layer))).toEqual(['tanh', 'softmax'])
})

it('is the layer’s own with any other loss', () => {
  expect([1, 2].map((layer) => activationName(iris, 'mean-squared-error', layer))).toEqual(['tanh', 'linear'])
})

it('is linear of a layer that is not there', () => {
  expect(activationName(iris, 'softmax-cross-entropy', 3)).toBe('linear')
})
