import { expect, it } from 'vitest'
import { placesIn, windowOf } from '../../../src/renderer/charts/chart-window'

const whole = { from: 0, to: 100 }

it('an axis that shows everything has no window', () => {
  expect(windowOf({ from: 0, to: 100 }, whole)).toBeNull()
  expect(windowOf({ from: 1e-9, to: 100 - 1e-9 }, whole)).toBeNull()
})

it('a window never leaves the axis', () => {
  expect(windowOf({ from: -3, to: 20 }, whole)).toEqual({ from: 0, to: 20 })
  expect(windowOf({ from: 40, to: 140 }, whole)).toEqual({ from: 40, to: 100 })
})

it('the places shown reach over both edges', () => {
  expect(placesIn({ from: 10.5, to: 20 }, 101)).toEqual([9, 22])
  expect(placesIn({ from: 0, to: 100 }, 40)).toEqual([0, 40])
})
