import { expect, it } from 'vitest'
import { writtenSum } from '../../../../src/renderer/features/network/unit-formula'

it('few terms are all written out, with the bias last', () => {
  expect(writtenSum({ weights: [0.5, -0.25], inputs: [2, -1], bias: -0.125 })).toEqual({ sum: '0.5·2 − 0.25·(−1) − 0.125', others: 0 })
})

it('without a bias the terms stand alone', () => {
  expect(writtenSum({ weights: [-1], inputs: [3], bias: null }).sum).toBe('−1·3')
})

it('of many terms the largest are written out in their order, and the others as one number', () => {
  const weights = [0.1, 4, 0.2, -3, 5, 0.4]
  const { sum, others } = writtenSum({ weights, inputs: [1, 1, 1, 1, 1, 1], bias: 1 })
  expect(sum).toBe('4·1 − 3·1 + 5·1 + 0.7 + 1')
  expect(others).toBe(3)
})
