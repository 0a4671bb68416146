import fc from 'fast-check'
import { expect, it } from 'vitest'
import { axisEnd, isLogLabel } from '../../../src/renderer/charts/axis'

it.each([
  [0, 100, 10],
  [11, 100, 20],
  [51, 100, 100],
  [3, 5, 5],
  [120, 100, 120],
  [39_619, 100_000, 50_000]
])('at epoch %s of %s the axis ends at %s', (epoch, epochs, end) => expect(axisEnd(epoch, epochs)).toBe(end))

it('the axis never ends before the curve, and jumps seldom', () => {
  fc.assert(fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (epoch, epochs) => axisEnd(epoch, epochs) >= epoch))
  const ends = new Set(Array.from({ length: 100_000 }, (_, epoch) => axisEnd(epoch, 100_000)))
  expect(ends.size).toBeLessThanOrEqual(13)
})

it('a logarithmic axis of few decades is labelled 1, 2, 5; of many, by powers of ten', () => {
  const labels = (decades: number) => [0.01, 0.015, 0.02, 0.03, 0.05, 0.1, 0.2, 1].filter((value) => isLogLabel(value, decades))
  expect(labels(1)).toEqual([0.01, 0.02, 0.05, 0.1, 0.2, 1])
  expect(labels(4)).toEqual([0.01, 0.1, 1])
  expect(labels(12)).toEqual([0.01, 1])
})
