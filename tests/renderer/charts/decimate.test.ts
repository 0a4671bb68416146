import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimate } from '../../../src/renderer/charts/decimate'

const values = fc.float64Array({ noNaN: true, noDefaultInfinity: true, minLength: 1, maxLength: 2000 })
const buckets = fc.integer({ min: 1, max: 60 })
const spacing = fc.constantFrom('linear' as const, 'logarithmic' as const)

describe('a curve reduced to what a screen shows', () => {
  it('keeps its first and last point, its lowest and its highest', () => {
    fc.assert(
      fc.property(values, buckets, spacing, (data, count, kind) => {
        const points = decimate(data, { buckets: count, spacing: kind })
        const ys = points.map(({ y }) => y)
        expect(points[0]).toEqual({ x: 0, y: data[0] })
        expect(points.at(-1)).toEqual({ x: data.length - 1, y: data[data.length - 1] })
        expect(Math.min(...ys)).toBe(Math.min(...data))
        expect(Math.max(...ys)).toBe(Math.max(...data))
      })
    )
  })

  it('has only points of the part, from left to right, and not more than asked for', () => {
    fc.assert(
      fc.property(values, buckets, spacing, fc.nat(1000), (data, count, kind, start) => {
        const first = Math.min(start, data.length - 1)
        const points = decimate(data, { buckets: count, spacing: kind, first })
        expect(points.length).toBeLessThanOrEqual(2 * count + 2)
        expect(points[0].x).toBe(first)
        expect(points.every(({ x, y }, index) => Object.is(data[x], y) && (index === 0 || x > points[index - 1].x))).toBe(true)
      })
    )
  })

  it('keeps the first epochs apart on a logarithmic axis', () => {
    const xs = decimate(new Float64Array(100_000), { buckets: 100, spacing: 'logarithmic', first: 1 }).map(({ x }) => x)
    expect(xs.filter((x) => x < 10).length).toBeGreaterThan(6)
  })

  it('breaks where there is no number', () => {
    const gap = new Float64Array(1000).fill(1).fill(Number.NaN, 400, 600)
    expect(decimate(gap, { buckets: 10 }).some(({ y }) => Number.isNaN(y))).toBe(true)
    expect(decimate(Float64Array.of(1, Infinity, 2), { buckets: 10 })[1].y).toBeNaN()
  })
})
