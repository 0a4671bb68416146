import { describe, expect, it } from 'vitest'
import { scheduleKinds } from '#core'
import { curvePoints, scheduleCurve } from '../../../../src/renderer/features/settings/schedule-curve'

describe('the curve of a schedule', () => {
  it('has the rates that steps are taken with', () => {
    const { rates, first, highest, last } = scheduleCurve({ kind: 'step', every: 2, factor: 0.5 }, 0.8, 6, 0.5)
    expect(rates).toEqual([0.8, 0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.4, 0.2, 0.2, 0.2, 0.2])
    expect([first, highest, last]).toEqual([0.8, 0.8, 0.2])
  })

  it('grows over a warm-up, and ends near 0 by the cosine', () => {
    const { rates, first, highest, last } = scheduleCurve({ kind: 'cosine', warmUp: 10 }, 1, 100, 0.1)
    expect(first).toBeCloseTo(0.01)
    expect(highest).toBe(Math.max(...rates))
    expect(last).toBeLessThan(1e-4)
  })

  it.each(scheduleKinds)('fits its box, %s', (kind) => {
    for (const epochs of [1, 7, 1_000_000]) {
      const points = curvePoints(scheduleCurve({ kind, warmUp: 3 }, 0.1, epochs, 1 / 30), 240, 36)
      const places = points.split(' ').map((point) => point.split(',').map(Number))
      expect([places[0][0], places.at(-1)?.[0]]).toEqual([0, 240])
      expect(places.every(([x, y]) => x >= 0 && x <= 240 && y >= 0 && y <= 36)).toBe(true)
    }
  })

  it('of a rate of one step is a level line', () => {
    expect(curvePoints(scheduleCurve({ kind: 'constant' }, 0.1, 1, 1), 10, 4)).toBe('0.0,0.0 10.0,0.0')
  })
})
