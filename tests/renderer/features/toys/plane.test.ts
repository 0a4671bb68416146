import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isShown, nearestPoint, planeFor } from '../../../../src/renderer/features/toys/plane'

const size = { width: 700, height: 260, margin: { left: 40, bottom: 20, rest: 10 } }
const coordinate = fc.double({ min: -50, max: 50, noNaN: true })
const anyPoints = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 1, maxLength: 30 })

describe('planeFor', () => {
  it('shows every point inside its margins, and reads a pixel back as the point', () => {
    fc.assert(
      fc.property(anyPoints, fc.boolean(), (points, isTrue) => {
        const plane = planeFor(points, size, isTrue)
        for (const { x, y } of points) {
          const [left, top] = [plane.toX(x), plane.toY(y)]
          expect(left).toBeGreaterThan(40)
          expect(left).toBeLessThan(690)
          expect(top).toBeGreaterThan(10)
          expect(top).toBeLessThan(240)
          const back = plane.at(left, top)
          expect(Math.hypot(back.x - x, back.y - y)).toBeLessThan(1e-9)
        }
      })
    )
  })

  it('has units as long across as up where circles are to be circles', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const { toX, toY } = planeFor(points, size, true)
        expect(toX(1) - toX(0)).toBeCloseTo(toY(0) - toY(1), 9)
      })
    )
  })

  it('stays as it is when a point moves a little within it', () => {
    const still = planeFor(
      [
        { x: -1, y: 0.1 },
        { x: 1, y: 0.8 }
      ],
      size,
      false
    )
    const moved = planeFor(
      [
        { x: -0.97, y: 0.12 },
        { x: 0.95, y: 0.7 }
      ],
      size,
      false
    )
    expect([moved.x, moved.y]).toEqual([still.x, still.y])
  })

  it('takes a pixel outside for the edge', () => {
    const plane = planeFor(
      [
        { x: 0, y: 0 },
        { x: 1, y: 1 }
      ],
      size,
      false
    )
    expect(plane.at(-100, 1000)).toEqual({ x: plane.x.low, y: plane.y.low })
  })

  it('has in sight what lies within its edges, and nothing else', () => {
    const plane = planeFor(
      [
        { x: 0, y: 0 },
        { x: 1, y: 1 }
      ],
      size,
      false
    )
    const { low, high } = plane.x
    expect([low, 0, high].map((x) => isShown(plane, { x, y: 0 }))).toEqual([true, true, true])
    expect([low - 0.1, high + 0.1].map((x) => isShown(plane, { x, y: 0 }))).toEqual([false, false])
    expect(isShown(plane, { x: 0, y: plane.y.high + 0.1 })).toBe(false)
  })

  it('has room for a single point, and for a canvas of no size', () => {
    const plane = planeFor([{ x: 3, y: 3 }], { ...size, width: 0, height: 0 }, true)
    expect(Number.isFinite(plane.toX(3))).toBe(true)
    expect(plane.x.low).toBeLessThan(3)
    expect(plane.x.high).toBeGreaterThan(3)
  })
})

describe('nearestPoint', () => {
  const plane = planeFor(
    [
      { x: 0, y: 0 },
      { x: 1, y: 1 }
    ],
    size,
    true
  )
  const points = [
    { x: 0, y: 0 },
    { x: 0.5, y: 0.5 },
    { x: 0.5, y: 0.5 },
    { x: 1, y: 1 }
  ]

  it('is the one on top of those within reach', () => {
    expect(nearestPoint(points, plane, plane.toX(0.5) + 2, plane.toY(0.5) - 2, 9)).toBe(2)
    expect(nearestPoint(points, plane, plane.toX(1), plane.toY(1), 9)).toBe(3)
  })

  it('is none where nothing is within reach', () => {
    expect(nearestPoint(points, plane, plane.toX(0) + 10, plane.toY(0), 9)).toBe(-1)
    expect(nearestPoint([], plane, 0, 0, 9)).toBe(-1)
  })
})
