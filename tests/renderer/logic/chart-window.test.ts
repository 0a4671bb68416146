import fc from 'fast-check'
import { expect, it } from 'vitest'
import { moved, placesIn, zoomed } from '../../../src/renderer/logic/chart-window'

const end = 100
const windows = fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 5, max: 20 })).map(([from, span]) => ({ from, to: from + span }))

it('the epoch under the pointer stays where it is while the window narrows', () => {
  const before = { from: 0, to: 100 }
  const after = zoomed(before, 25, 0.5, end)
  expect(after).toEqual({ from: 12.5, to: 62.5 })
})

it('a window never leaves the axis, nor shows fewer than a few epochs', () => {
  fc.assert(
    fc.property(windows, fc.double({ min: -50, max: 150, noNaN: true }), fc.double({ min: 0.01, max: 4, noNaN: true }), (window, at, factor) => {
      for (const next of [zoomed(window, at, factor, end), moved(window, at, end)]) {
        if (next === null) continue
        expect(next.from).toBeGreaterThanOrEqual(0)
        expect(next.to).toBeLessThanOrEqual(end + 1e-9)
        expect(next.to - next.from).toBeGreaterThan(3.9)
      }
    })
  )
})

it('wide enough, it is no window any more', () => expect(zoomed({ from: 40, to: 60 }, 50, 9, end)).toBeNull())

it('moved, it shows as many epochs as before', () => expect(moved({ from: 10, to: 30 }, 95, end)).toEqual({ from: 80, to: 100 }))

it('the places shown reach over both edges', () => {
  expect(placesIn({ from: 10.5, to: 20 }, 101)).toEqual([9, 22])
  expect(placesIn({ from: 0, to: 100 }, 40)).toEqual([0, 40])
})
