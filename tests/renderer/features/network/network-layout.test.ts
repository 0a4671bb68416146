import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldUnits } from '#core'
import {
  foldedUnit,
  layoutNetwork,
  marginsFor,
  neighbourOf,
  roomFor,
  type DrawingSize
} from '../../../../src/renderer/features/network/network-layout'

const size: DrawingSize = { width: 340, height: 230, margin: { left: 70, right: 50, top: 8, bottom: 24 } }
const layersOf = (...counts: number[]) => counts.map((units) => ({ units, shown: foldUnits(units, roomFor(size)).shown }))

it('everything stands inside the margins, and no two units on one another', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 14 }), (counts) => {
      const { units, gaps, radius } = layoutNetwork(layersOf(...counts), size)
      for (const column of units) {
        column.forEach(({ x, y, place }) => {
          expect(x).toBeGreaterThanOrEqual(size.margin.left)
          expect(x).toBeLessThanOrEqual(size.width - size.margin.right)
          expect(y - radius).toBeGreaterThanOrEqual(size.margin.top - 1e-9)
          expect(y + radius).toBeLessThanOrEqual(size.height - size.margin.bottom + 1e-9)
          if (place > 0) expect(y - column[place - 1].y).toBeGreaterThanOrEqual(2 * radius)
        })
      }
      expect(gaps).toHaveLength(counts.filter((count) => count > roomFor(size)).length)
    })
  )
})

it('a gap says how many units it stands for, between those before and after it', () => {
  const { units, gaps } = layoutNetwork(layersOf(784, 10), size)
  const [gap] = gaps
  expect(gap.hidden).toBe(784 - units[0].length)
  const above = units[0].filter(({ y }) => y < gap.y)
  expect(above[above.length - 1].unit + gap.hidden + 1).toBe(units[0][above.length].unit)
})

it('arrow keys lead to the next unit, and to the nearest one of the next layer', () => {
  const layout = layoutNetwork(layersOf(3, 1, 3), size)
  const [[first, second], [middle]] = layout.units
  expect(neighbourOf(layout, first, 'ArrowDown')).toBe(second)
  expect(neighbourOf(layout, first, 'ArrowUp')).toBeNull()
  expect(neighbourOf(layout, first, 'ArrowLeft')).toBeNull()
  expect(neighbourOf(layout, first, 'ArrowRight')).toBe(middle)
  expect(neighbourOf(layout, middle, 'ArrowRight')).toBe(layout.units[2][1])
})

it('names get the room that the longest needs, but not the whole drawing', () => {
  const { left, right } = marginsFor(400, 3, ['a', 'petal_length'], ['x'.repeat(100)])
  expect(left).toBeGreaterThan(marginsFor(400, 3, ['a'], []).left)
  expect(right).toBe(128)
  expect(marginsFor(400, 8, [], ['x'.repeat(100)]).right).toBe(50)
  expect(marginsFor(400, 3, ['花瓣'], []).left).toBe(marginsFor(400, 3, ['peta'], []).left)
})

describe('a unit that is folded away', () => {
  const layout = layoutNetwork(
    [
      { units: 2, shown: Int32Array.of(0, 1) },
      { units: 9, shown: Int32Array.of(0, 8) }
    ],
    {
      width: 300,
      height: 100,
      margin: { left: 10, right: 10, top: 5, bottom: 5 }
    }
  )

  it('is where the gap is', () => {
    const [{ x, y }] = layout.gaps
    expect(foldedUnit(layout, '1.4')).toEqual({ layer: 1, unit: 4, place: -1, x, y })
  })

  it.each(['1.0', '1.9', '0.1', '2.0'])('is not one that is drawn, nor one that is not there: %s', (key) => {
    expect(foldedUnit(layout, key)).toBeNull()
  })
})
