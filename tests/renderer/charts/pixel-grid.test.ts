import { expect, it } from 'vitest'
import { pixelGrid } from '../../../src/renderer/charts/pixel-grid'

it('the pixels of the digits are a square of 8 × 8, row by row', () => {
  const inputs = Array.from({ length: 64 }, (_, i) => `pixel_${Math.floor(i / 8)}_${i % 8}`)
  expect(pixelGrid(inputs)).toEqual({ side: 8, places: inputs.map((_, i) => i) })
})

it('the order of the pixels is by their names, among other inputs too', () => {
  expect(pixelGrid(['px_1_1', 'mass', 'px_0_0', 'px_1_0', 'px_0_1'])).toEqual({ side: 2, places: [2, 4, 3, 0] })
})

it('a pixel that is no input leaves a hole', () => {
  expect(pixelGrid(['px_0_1', 'px_1_0', 'px_1_1'])).toEqual({ side: 2, places: [-1, 0, 1, 2] })
})

it('what has no square of pixels has no picture', () => {
  expect(pixelGrid(['px_0_0'])).toBeNull()
  expect(pixelGrid(['px_0_0', 'px_9_9'])).toBeNull()
  expect(pixelGrid(['a', 'b', 'c', 'd'])).toBeNull()
})
