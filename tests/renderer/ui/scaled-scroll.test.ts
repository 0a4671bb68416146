import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clampOffset,
  isScaled,
  offsetAt,
  rowsInSight,
  scrollHeight,
  scrollTopAt,
  type ScrollShape
} from '../../../src/renderer/ui/scaled-scroll'

const shapes = fc.record({
  rows: fc.integer({ min: 1, max: 20_000_000 }),
  rowHeight: fc.integer({ min: 20, max: 60 }),
  viewport: fc.integer({ min: 60, max: 2000 })
})

const million: ScrollShape = { rows: 1_000_000, rowHeight: 24, viewport: 300 }

describe('scrolling through many rows', () => {
  it('never makes an element higher than a browser lays out', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        expect(scrollHeight(shape)).toBeLessThanOrEqual(8_000_000)
      })
    )
  })

  it('is plain where all rows fit', () => {
    const shape = { ...million, rows: 1000 }
    expect(isScaled(shape)).toBe(false)
    expect(scrollHeight(shape)).toBe(24_000)
    expect(offsetAt(123, shape)).toBe(123)
  })

  it('shows the first row at the top and the last row at the bottom', () => {
    expect(rowsInSight(offsetAt(0, million), million, 0).first).toBe(0)
    const bottom = scrollHeight(million) - million.viewport
    expect(rowsInSight(offsetAt(bottom, million), million, 0).end).toBe(1_000_000)
  })

  it('goes from position to offset and back', () => {
    fc.assert(
      fc.property(shapes, fc.double({ min: 0, max: 1, noNaN: true }), (shape, part) => {
        const top = part * Math.max(0, scrollHeight(shape) - shape.viewport)
        expect(scrollTopAt(offsetAt(top, shape), shape)).toBeCloseTo(top, 3)
      })
    )
  })

  it('reaches every row', () => {
    fc.assert(
      fc.property(shapes, fc.double({ min: 0, max: 0.999999, noNaN: true }), (shape, part) => {
        const row = Math.floor(part * shape.rows)
        const offset = clampOffset(row * shape.rowHeight, shape)
        const { first, end } = rowsInSight(offset, shape, 2)
        expect(row).toBeGreaterThanOrEqual(first)
        expect(row).toBeLessThan(end)
      })
    )
  })
})
