import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  columnType,
  makeToy,
  readCsv,
  suggestSettings,
  toyColumns,
  toyCsv,
  toyLabels,
  toyNames,
  toyPoints,
  toyTarget,
  toys,
  type ToyPoint
} from '#core'

const tableOf = (text: string) => readCsv(new TextEncoder().encode(text))

describe('toyCsv', () => {
  it('has a header, four decimals, and no minus before zero', () => {
    const points: ToyPoint[] = [
      { x: 0.5, y: -0.00004, label: 'A' },
      { x: -1.23456, y: 12, label: 'B' }
    ]
    expect(toyCsv('classification', points)).toBe('x,y,class\n0.5000,0.0000,A\n-1.2346,12.0000,B\n')
    expect(toyCsv('regression', [{ x: 0, y: 0.1, label: null }])).toBe('x,y\n0.0000,0.1000\n')
  })

  it.each(toyNames)('of %s is read back without a note, as the very points', (name) => {
    const { task } = toys[name]
    const points = makeToy(name)
    const table = tableOf(toyCsv(task, points))
    expect(table.notes).toEqual([])
    expect(table.columns.map((column) => column.name)).toEqual(toyColumns[task])
    expect(table.columns.map(columnType)).toEqual(task === 'classification' ? ['number', 'number', 'category'] : ['number', 'number'])
    expect(toyPoints(task, table)).toEqual(points)
  })

  it('and toyPoints are inverse to each other for any points', () => {
    const coordinate = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((n) => n / 10_000)
    const point = fc.record({ x: coordinate, y: coordinate, label: fc.constantFrom(...toyLabels) })
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 50 }), (points) => {
        const text = toyCsv('classification', points)
        const again = toyPoints('classification', tableOf(text))
        expect(again).toEqual(points)
        expect(toyCsv('classification', again)).toBe(text)
      })
    )
  })
})

describe('toyTarget', () => {
  it.each(toyNames)('is what the table of %s suggests', (name) => {
    const { task } = toys[name]
    const settings = suggestSettings(tableOf(toyCsv(task, makeToy(name))))
    expect(settings.features).toEqual(toyColumns[task].slice(0, -1))
    expect(settings.task).toBe(task)
    expect(toyTarget(task)).toBe(toyColumns[task].at(-1))
  })
})
