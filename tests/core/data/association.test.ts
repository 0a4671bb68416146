import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as association from '../../../src/core/data/association'
import { createColumn } from '../../../src/core/data/columns'
import { columnNamed } from '../../../src/core/data/table'
import { runToEnd } from '../../../src/core/tasks/task'
import { sampleTable } from '../../support/tables'

const { associationOf } = association
const pearson = (x: Float64Array, y: Float64Array) => runToEnd(association.pearson(x, y))
const correlationRatio = (of: association.Groups, values: Float64Array) => runToEnd(association.correlationRatio(of, values))
const cramersV = (a: association.Groups, b: association.Groups) => runToEnd(association.cramersV(a, b))

const column = (cells: readonly (string | number)[]) => createColumn('x', cells.map(String))
const groups = (codes: readonly number[]) => ({ codes: Int32Array.from(codes), count: Math.max(...codes) + 1 })

describe('Pearson’s r', () => {
  it('agrees with scipy.stats.pearsonr', () => {
    expect(pearson(Float64Array.of(1, 2, 3, 4, 5), Float64Array.of(2, 1, 4, 3, 7))).toBeCloseTo(0.8241633836921339, 14)
  })

  it('is ±1 of a line, whatever its slope and offset', () => {
    const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 2 }), finite, finite, (x, slope, offset) => {
        fc.pre(Math.abs(slope) > 1e-3)
        const r = pearson(Float64Array.from(x), Float64Array.from(x, (value) => slope * value + offset))
        expect(r).toBeCloseTo(Math.sign(slope), 9)
      })
    )
  })

  it('is not defined of a constant', () => {
    expect(pearson(Float64Array.of(1, 2, 3), Float64Array.of(4, 4, 4))).toBeNull()
  })

  it('does not overflow', () => {
    expect(pearson(Float64Array.of(-1e300, 0, 1e300), Float64Array.of(-1e-300, 0, 1e-300))).toBeCloseTo(1, 12)
  })
})

describe('the correlation ratio', () => {
  it('is 1 where groups have no spread of their own, 0 where their means are equal', () => {
    expect(correlationRatio(groups([0, 0, 1, 1]), Float64Array.of(1, 1, 5, 5))).toBe(1)
    expect(correlationRatio(groups([0, 0, 1, 1]), Float64Array.of(1, 5, 5, 1))).toBe(0)
  })

  it('is the |r| of two groups coded 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1), fc.integer({ min: -99, max: 99 })), { minLength: 4 }), (rows) => {
        const codes = rows.map(([code]) => code)
        fc.pre(codes.includes(0) && codes.includes(1))
        const values = Float64Array.from(rows, ([, value]) => value)
        const r = pearson(Float64Array.from(codes), values)
        expect(correlationRatio(groups(codes), values)).toBeCloseTo(Math.abs(r ?? 0), 9)
      })
    )
  })
})

describe('Cramér’s V', () => {
  it('is 1 of the same grouping, 0 of independent ones', () => {
    expect(cramersV(groups([0, 1, 2, 0, 1, 2]), groups([1, 2, 0, 1, 2, 0]))).toBeCloseTo(1, 12)
    expect(cramersV(groups([0, 0, 1, 1]), groups([0, 1, 0, 1]))).toBe(0)
  })

  it('agrees with scipy.stats.contingency.association', () => {
    // [[10, 20, 30], [6, 9, 17]]
    const a = [...Array<number>(60).fill(0), ...Array<number>(32).fill(1)]
    const b = [[10, 20, 30], [6, 9, 17]].flatMap((counts) => counts.flatMap((count, code) => Array<number>(count).fill(code)))
    expect(cramersV(groups(a), groups(b))).toBeCloseTo(0.05433137570422292, 12)
  })
})

describe('the association of two columns', () => {
  it('of the iris flowers is strongest for petals', () => {
    const iris = sampleTable('iris')
    const species = columnNamed(iris, 'species')
    const eta = (name: string) => associationOf(columnNamed(iris, name), species, 'classes')
    const names = iris.columns.map(({ name }) => name).filter((name) => name !== 'species')
    expect(names.map((name) => eta(name)?.kind)).toEqual(names.map(() => 'correlation-ratio'))
    // √(F · 2 / (F · 2 + 147)) of the well-known F values 119.26, 49.16, 1180.16, 960.01
    const expected = [119.2645, 49.16004, 1180.161, 960.0071].map((F) => Math.sqrt((2 * F) / (2 * F + 147)))
    names.forEach((name, i) => expect(eta(name)?.value).toBeCloseTo(expected[i], 4))
  })

  it('takes whole numbers as classes where the task is classification', () => {
    const x = column([1, 1, 2, 2, 3, 3])
    const y = column([0, 0, 1, 1, 0, 0])
    expect(associationOf(x, y, 'number')?.kind).toBe('pearson')
    expect(associationOf(x, y, 'classes')?.kind).toBe('correlation-ratio')
  })

  it('leaves out rows in which either is missing', () => {
    const r = associationOf(column([1, 2, '', 3, 4]), column([2, 4, 9, '', 8]), 'number')
    expect(r).toEqual({ kind: 'pearson', value: 1 })
  })

  it('says nothing about an identifier or a constant', () => {
    const y = column([1, 2, 3, 4])
    expect(associationOf(column(['a', 'b', 'c', 'd']), y, 'number')).toBeNull()
    expect(associationOf(column(['a', 'a', 'a', 'a']), y, 'number')).toBeNull()
    expect(associationOf(column([5, 5, 5, 5]), y, 'number')).toBeNull()
  })
})
