import { expect, it } from 'vitest'
import type { NetworkSpec } from '#core'
import { modelWithoutHidden, networkLine } from '../../../../src/renderer/features/naming/network-line'

const iris: NetworkSpec = {
  inputs: 4,
  layers: [
    { units: 16, activation: 'tanh' },
    { units: 3, activation: 'linear' }
  ]
}
const flat: NetworkSpec = { inputs: 4, layers: [{ units: 1, activation: 'linear' }] }

it('names softmax, which the engine keeps inside the loss', () => {
  expect(networkLine(iris, 'softmax-cross-entropy')).toBe('4 → 16 tanh → 3 softmax')
  expect(networkLine(iris, 'mean-squared-error')).toBe('4 → 16 tanh → 3 linear')
})

it('knows what a network without hidden layers is called', () => {
  expect(modelWithoutHidden(iris, 'softmax-cross-entropy')).toBeNull()
  expect(modelWithoutHidden(flat, 'softmax-cross-entropy')).toBe('softmax')
  expect(modelWithoutHidden(flat, 'binary-cross-entropy')).toBe('logistic')
  expect(modelWithoutHidden(flat, 'mean-squared-error')).toBe('linear')
})
