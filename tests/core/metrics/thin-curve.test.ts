import fc from 'fast-check'
import { expect, it } from 'vitest'
import { thinCurve } from '#core'

const staircase = fc.array(fc.boolean(), { minLength: 1, maxLength: 200 }).map((steps) => {
  const x = [0]
  const y = [0]
  for (const isUp of steps) {
    x.push(x[x.length - 1] + (isUp ? 0 : 1))
    y.push(y[y.length - 1] + (isUp ? 1 : 0))
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y) }
})

it('keeps both ends and never more points than asked for', () => {
  fc.assert(
    fc.property(staircase, fc.integer({ min: 2, max: 50 }), (curve, most) => {
      const { x, y } = thinCurve(curve, most)
      expect(x.length).toBe(y.length)
      expect(x.length).toBeLessThanOrEqual(most)
      expect([x[0], y[0], x[x.length - 1], y[y.length - 1]]).toEqual([curve.x[0], curve.y[0], curve.x.at(-1), curve.y.at(-1)])
    })
  )
})

it('loses no area where every corner fits', () => {
  const area = ({ x, y }: { x: Float64Array; y: Float64Array }) =>
    x.reduce((sum, at, i) => (i === 0 ? 0 : sum + ((at - x[i - 1]) * (y[i] + y[i - 1])) / 2), 0)
  fc.assert(
    fc.property(staircase, (curve) => {
      expect(area(thinCurve(curve, 1000))).toBeCloseTo(area(curve), 9)
    })
  )
})
