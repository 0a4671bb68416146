import { expect, it } from 'vitest'
import { rSquared } from '../../../src/core/metrics/r-squared'
import { squaredResiduals } from '../../../src/core/metrics/squared-residuals'
import { matrixFrom, toRows } from '../../../src/core/tensor/matrix'

const targets = matrixFrom([[1], [2], [3], [4]])
const rSquaredOf = (outputs: number[][], y = targets) => rSquared(squaredResiduals(matrixFrom(outputs), y), y)

it('is 1 for a perfect fit, 0 for the mean, and has no lower bound', () => {
  expect(rSquaredOf([[1], [2], [3], [4]])).toBe(1)
  expect(rSquaredOf([[2.5], [2.5], [2.5], [2.5]])).toBe(0)
  expect(rSquaredOf([[10], [10], [10], [10]])).toBe(-45)
})

it('of targets that do not vary is 1 for a perfect fit and 0 otherwise', () => {
  const same = matrixFrom([[2], [2]])
  expect(rSquaredOf([[2], [2]], same)).toBe(1)
  expect(rSquaredOf([[2], [3]], same)).toBe(0)
})

it.each([0.1, 1 / 3, 1e-30, 1e30, -0.7])('takes rounding of the mean of equal targets for no spread: %s', (y) => {
  for (const rows of [3, 7, 10, 1000]) {
    const same = matrixFrom(Array.from({ length: rows }, () => [y]))
    expect(rSquaredOf(toRows(same), same)).toBe(1)
    expect(
      rSquaredOf(
        Array.from({ length: rows }, () => [2 * y]),
        same
      )
    ).toBe(0)
  }
})

it('counts only the spread of the outputs that vary', () => {
  const two = matrixFrom([
    [0.1, 1],
    [0.1, 2],
    [0.1, 3]
  ])
  const outputs = toRows(two).map(([a, b]) => [a, b + 0.5])
  expect(rSquaredOf(outputs, two)).toBe(1 - 0.75 / 2)
})

it('weighs several outputs by their variance', () => {
  const two = matrixFrom([
    [0, 0],
    [2, 20]
  ])
  // Squared residuals 2 of a spread of 2 + 200.
  const outputs = [
    [1, 0],
    [1, 20]
  ]
  expect(rSquaredOf(outputs, two)).toBeCloseTo(1 - 2 / 202, 15)
})
