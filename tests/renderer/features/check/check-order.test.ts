import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verdicts } from '#core'
import { checkColumns, checkOrder } from '../../../../src/renderer/features/check/check-order'
import { checkReport } from '../../support/check-report'

const everything = { tensor: null, verdict: null }
const row = fc.record({
  tensor: fc.constantFrom(0, 1),
  row: fc.nat(20),
  column: fc.integer({ min: -1, max: 20 }),
  relative: fc.oneof(fc.double(), fc.constantFrom(0, 1, Number.NaN, Infinity)),
  verdict: fc.constantFrom(...verdicts)
})
const rows = fc.array(row, { maxLength: 60 })

describe('the order of a gradient check', () => {
  it('shows every row exactly once, by whatever it is sorted', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...checkColumns), fc.boolean(), (list, column, descending) => {
        const order = checkOrder(checkReport(list), everything, { column, descending })
        expect([...order].sort((a, b) => a - b)).toEqual(list.map((_, index) => index))
      })
    )
  })

  it('is ascending or descending in the chosen column, with what is no number last', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (list, descending) => {
        const report = checkReport(list)
        const keys = [...checkOrder(report, everything, { column: 'relative', descending })].map((index) => report.relative[index])
        const finite = keys.filter(Number.isFinite)
        expect(keys.slice(0, finite.length)).toEqual(finite)
        expect(finite).toEqual([...finite].sort((a, b) => (descending ? b - a : a - b)))
      })
    )
  })

  it('keeps the order of the file among equals', () => {
    const report = checkReport([{ relative: 1 }, { relative: 2 }, { relative: 1 }, { relative: 2 }])
    expect([...checkOrder(report, everything, { column: 'relative', descending: true })]).toEqual([1, 3, 0, 2])
    expect([...checkOrder(report, everything, { column: 'relative', descending: false })]).toEqual([0, 2, 1, 3])
  })

  it('shows one tensor, one verdict, or what needs a look', () => {
    const report = checkReport([
      { tensor: 0, verdict: 'excellent' },
      { tensor: 1, verdict: 'pass' },
      { tensor: 1, verdict: 'wrong' },
      { tensor: 0, verdict: 'kink' },
      { tensor: 1, verdict: 'epsilon-too-large' }
    ])
    const sort = { column: 'tensor', descending: false } as const
    expect([...checkOrder(report, { tensor: 1, verdict: null }, sort)]).toEqual([1, 2, 4])
    expect([...checkOrder(report, { tensor: null, verdict: 'kink' }, sort)]).toEqual([3])
    expect([...checkOrder(report, { tensor: null, verdict: 'attention' }, sort)]).toEqual([2, 3, 4])
    expect([...checkOrder(report, { tensor: 0, verdict: 'attention' }, sort)]).toEqual([3])
  })

  it('sorts a hundred thousand rows without an object for each: it asks for every key a few dozen times', () => {
    const report = checkReport(Array.from({ length: 100_000 }, (_, index) => ({ relative: (index * 7919) % 100_003 })))
    let asked = 0
    const counted = new Proxy(report.relative, {
      get: (keys, name) => {
        asked += 1
        return Reflect.get(keys, name) as unknown
      }
    })
    const order = checkOrder({ ...report, relative: counted }, everything, { column: 'relative', descending: true })
    expect(order).toBeInstanceOf(Uint32Array)
    // Two keys a comparison, and at most log₂ 100,000 comparisons a row.
    expect(asked).toBeLessThanOrEqual(2 * 17 * 100_000)
  })
})
