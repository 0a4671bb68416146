import { expect, it } from 'vitest'
import { meanAbsoluteError } from '../../../src/core/metrics/mean-absolute-error'
import { matrixFrom, zeros } from '../../../src/core/tensor/matrix'

it('is the mean distance over samples and outputs, in the units of the data', () => {
  const outputs = matrixFrom([
    [1, 2],
    [3, 4]
  ])
  const targets = matrixFrom([
    [2, 2],
    [0, 8]
  ])
  expect(meanAbsoluteError(outputs, targets)).toBe(2)
  expect(meanAbsoluteError(outputs, targets, 1.5)).toBe(3)
})

it('is not a number without samples', () => {
  expect(meanAbsoluteError(zeros(0, 1), zeros(0, 1))).toBeNaN()
})
