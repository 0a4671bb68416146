import { expect, it } from 'vitest'
import { paddedRange } from '../../../src/renderer/charts/padded-range'

it('all finite numbers lie inside, with room beside them', () => {
  expect(paddedRange([0, 10, Number.NaN, Infinity, 4])).toEqual({ low: -0.5, high: 10.5 })
})

it('a single number lies in the middle', () => {
  expect(paddedRange([100, 100])).toEqual({ low: 95, high: 105 })
  expect(paddedRange([0])).toEqual({ low: -1, high: 1 })
})

it('without a number there is an axis all the same', () => expect(paddedRange([Number.NaN])).toEqual({ low: 0, high: 1 }))
