import { expect, it } from 'vitest'
import { meanAbsoluteError } from '../../../src/core/metrics/mean-absolute-error'
import { rootMeanSquaredError } from '../../../src/core/metrics/root-mean-squared-error'
import { matrixFrom, zeros } from '../../../src/core/tensor/matrix'

const targets = matrixFrom([
  [0, 0],
  [0, 0]
])
const outputs = matrixFrom([
  [3, -4],
  [0, 5]
])

it('is the root of the mean square over samples and outputs, in the units of the data', () => {
  expect(rootMeanSquaredError(outputs, targets)).toBe(Math.sqrt(50 / 4))
  expect(rootMeanSquaredError(outputs, targets, 10)).toBe(10 * Math.sqrt(50 / 4))
})

it('is at least the mean absolute error', () => {
  expect(meanAbsoluteError(outputs, targets)).toBe(3)
  expect(rootMeanSquaredError(outputs, targets)).toBeGreaterThan(meanAbsoluteError(outputs, targets))
})

it('is not a number without samples', () => {
  expect(rootMeanSquaredError(zeros(0, 2), zeros(0, 2))).toBeNaN()
})
