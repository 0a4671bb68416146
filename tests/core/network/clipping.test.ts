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

it('measures and shortens gradients whose squares overflow', () => {
  const huge = [{ W: matrixFrom([[3e200], [0]]), b: matrixFrom([[-4e200]]) }]
  expect(globalNorm(huge) / 5e200).toBeCloseTo(1, 15)
  clipByNorm(huge, 1)
  expect([huge[0].W.data[0], huge[0].b.data[0]].map((g) => Math.abs(g))).toEqual([expect.closeTo(0.6, 14), expect.closeTo(0.8, 14)])
})

it('shortens gradients whose very norm overflows', () => {
  const beyond = [{ W: matrixFrom([[1.5e308, -1.5e308]]), b: null }]
  expect(globalNorm(beyond)).toBe(Infinity)
  clipByNorm(beyond, 2)
  expect([...beyond[0].W.data]).toEqual([expect.closeTo(Math.SQRT2, 10), expect.closeTo(-Math.SQRT2, 10)])
})

it('leaves gradients whose squares overflow alone under a limit above them', () => {
  const huge = [{ W: matrixFrom([[3e200, 4e200]]), b: null }]
  clipByNorm(huge, 6e200)
  expect([...huge[0].W.data]).toEqual([3e200, 4e200])
})
