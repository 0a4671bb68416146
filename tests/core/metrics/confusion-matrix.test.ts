import { expect, it } from 'vitest'
import { confusionMatrix } from '../../../src/core/metrics/confusion-matrix'
import { toRows } from '../../../src/core/tensor/matrix'

it('counts truth by row and prediction by column, classes without rows included', () => {
  expect(toRows(confusionMatrix([0, 0, 1, 1, 1], [0, 1, 1, 1, 0], 3))).toEqual([
    [1, 1, 0],
    [1, 2, 0],
    [0, 0, 0]
  ])
})

it('refuses another number of predictions', () => {
  expect(() => confusionMatrix([0, 1], [0], 2)).toThrow('confusion matrix')
})
