import { expect, it } from 'vitest'
import { clipByNorm, globalNorm } from '../../../src/core/network/clipping'
import { matrixFrom } from '../../../src/core/tensor/matrix'

const gradients = () => [
  { W: matrixFrom([[3], [0]]), b: matrixFrom([[0]]) },
  { W: matrixFrom([[4]]), b: null }
]

it('measures all tensors together, biases or not', () => {
  expect(globalNorm(gradients())).toBe(5)
})

it('shortens to the limit and keeps the direction', () => {
  const clipped = gradients()
  clipByNorm(clipped, 2.5)
  expect([clipped[0].W.data[0], clipped[1].W.data[0]]).toEqual([1.5, 2])
})

it('leaves a norm at the limit alone, and one that is not a number', () => {
  const atLimit = gradients()
  clipByNorm(atLimit, 5)
  expect(atLimit).toEqual(gradients())
  const broken = [{ W: matrixFrom([[NaN, 1]]), b: null }]
  clipByNorm(broken, 1)
  expect([...broken[0].W.data]).toEqual([NaN, 1])
})
