import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnKinds, columnNamed, distinctValues, isMissing, summarizeColumn, typeOfMoments } from '#core'
import { countDistinctNumbers, createColumn, finiteValues, unusableCells } from '../../../src/core/data/columns'
import { runToEnd } from '../../../src/core/tasks/task'
import { parseDate } from '../../../src/core/data/dates'
import { parseDuration } from '../../../src/core/data/durations'
import { parseCell } from '../../../src/core/data/number'
import { cellsOf, sampleCells, sampleNames, sampleTable } from '../../support/tables'

const repeat = (cell: string, times: number) => new Array<string>(times).fill(cell)

describe('the kind of a column', () => {
  it('is number when nine of ten cells are, and not when fewer are', () => {
    expect(createColumn('x', [...repeat('1', 9), 'a']).kind).toBe('number')
    expect(createColumn('x', [...repeat('1', 8), 'a']).kind).toBe('text')
  })

  it('does not count missing cells', () => {
    const column = createColumn('x', [...repeat('NA', 50), ...repeat(' 1.5 ', 9), 'a'])
    expect(column.kind).toBe('number')
    expect(column.missing.indexOf(0)).toBe(50)
    expect(column.values.slice(0, 50).every(Number.isNaN)).toBe(true)
    expect(column.values[50]).toBe(1.5)
  })

  it('is text without a single finite number', () => {
    expect(createColumn('x', ['', 'NA', '?']).kind).toBe('text')
    expect(createColumn('x', ['inf', 'inf']).kind).toBe('text')
  })

  it('is text for what only JavaScript takes for numbers', () => {
    expect(createColumn('x', ['0x10', '0x11']).kind).toBe('text')
    expect(createColumn('x', ['1,234', '2,345']).kind).toBe('text')
  })

  it('does not change the cells but for the spaces around them', () => {
    const column = createColumn('x', [' a ', '', 'NA', 'a'])
    expect(column).toMatchObject({ name: 'x', kind: 'text', missing: Uint8Array.of(0, 1, 1, 0), values: new Float64Array(0) })
    expect(cellsOf(column)).toEqual(['a', '', 'NA', 'a'])
  })

  it('is what it is asked to be, and a date as days since the beginning of 1970', () => {
    expect(createColumn('x', ['01234', '98765'], { kind: 'text' }).kind).toBe('text')
    const days = createColumn('x', ['1970-01-02', '', 'soon'], { kind: 'date' })
    expect([...days.values]).toEqual([1, NaN, NaN])
    expect(unusableCells(days)).toEqual({ first: 2, count: 1 })
  })

  it('is number for dates, and text when one cell is none', () => {
    expect([...createColumn('x', ['2024-01-31', 'NA', '2024/2/1 12:00']).values]).toEqual([19753, NaN, 19754.5])
    expect(createColumn('x', ['2024-01-31', 'soon']).kind).toBe('text')
  })
})

describe('the texts of a column', () => {
  const number = fc.oneof(
    fc.double({ noDefaultInfinity: true, noNaN: true }).map(String),
    fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat(9)).map(([x, decimals]) => x.toFixed(decimals)),
    fc.tuple(fc.double({ noDefaultInfinity: true, noNaN: true }), fc.nat(18)).map(([x, decimals]) => x.toExponential(decimals)),
    fc.constantFrom('1e-05', '-1.25E+05', '007', '+5', '-0', '-0.00', '.5', '5.', '1e999', '12%', '1,234.50', '1.234,5', '0,5', '１２', '9007199254740993')
  )
  const text = fc.oneof(fc.constantFrom('a', 'NA', '', '?', 'nan', '2024-01-31'), fc.string({ maxLength: 5 }))
  const notation = fc.record({ decimal: fc.constantFrom('.' as const, ',' as const), grouped: fc.boolean() })
  const cells = fc.oneof(fc.array(number), fc.array(text), fc.array(fc.oneof({ weight: 9, arbitrary: number }, text)))

  it('are given back exactly, trimmed, and are what its numbers are read from', () => {
    fc.assert(
      fc.property(cells, notation, fc.option(fc.constantFrom(...columnKinds), { nil: undefined }), (written, used, kind) => {
        const column = createColumn('x', written, { notation: used, kind })
        const trimmed = written.map((cell) => cell.trim())
        expect(cellsOf(column)).toEqual(trimmed)
        expect([...column.missing]).toEqual(trimmed.map((cell) => Number(isMissing(cell))))
        const type = column.asked ?? typeOfMoments(column)
        const read = type === 'date' ? parseDate : type === 'duration' ? parseDuration : (cell: string) => parseCell(cell, used)
        const numbers = trimmed.map((cell) => (isMissing(cell) ? NaN : read(cell)))
        expect([...column.values]).toEqual(column.kind === 'number' ? numbers : [])
      }),
      { numRuns: 2000 }
    )
  })

  it('are given back where more than a few are no numbers', () => {
    const odd = Array.from({ length: 300 }, (_, i) => `+${i}`)
    const column = createColumn('x', [...repeat('1.50', 3000), ...odd])
    expect([column.kind, column.values[3299]]).toEqual(['number', 299])
    expect(cellsOf(column)).toEqual([...repeat('1.50', 3000), ...odd])
  })
})

describe('cells of a number column that are no finite numbers', () => {
  const column = createColumn('x', [...repeat('1', 18), '', 'ten', '1e999'])

  it('are found and counted', () => {
    expect(unusableCells(column)).toEqual({ first: 19, count: 2 })
    expect(unusableCells(createColumn('x', ['1', '']))).toEqual({ first: -1, count: 0 })
    expect(unusableCells(createColumn('x', ['a', 'b']))).toEqual({ first: -1, count: 0 })
  })

  it('take no part in figures', () => {
    expect(finiteValues(column)).toHaveLength(18)
    expect(summarizeColumn(column)).toEqual({
      name: 'x',
      kind: 'number',
      type: 'constant',
      missing: 1,
      distinct: 1,
      minimum: 1,
      maximum: 1,
      mean: 1,
      deviation: 0
    })
  })
})

describe('distinctValues', () => {
  it('compares numbers by value and texts trimmed, and leaves missing ones out', () => {
    expect([...distinctValues(createColumn('x', ['1', '1.0', ' 1e0', 'NA', '2']))]).toEqual([1, 2])
    expect([...distinctValues(createColumn('x', ['a', ' a ', 'A', '', 'b']))]).toEqual(['a', 'A', 'b'])
  })
})

describe('countDistinctNumbers', () => {
  it('counts as a set does', () => {
    const number = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(-0))
    fc.assert(fc.property(fc.array(number), (numbers) => runToEnd(countDistinctNumbers(Float64Array.from(numbers))) === new Set(numbers).size))
  })
})

describe('summarizeColumn', () => {
  it('gives a text column no figures but counts', () => {
    expect(summarizeColumn(createColumn('x', ['a', 'b', 'a', '']))).toEqual({
      name: 'x',
      kind: 'text',
      type: 'text',
      missing: 1,
      distinct: 2
    })
  })

  it('gives numbers no figures where none is finite', () => {
    expect(summarizeColumn(createColumn('x', ['a', 'inf', ''], { kind: 'number' }))).toEqual({ name: 'x', kind: 'number', type: 'empty', missing: 1, distinct: 0 })
  })

  it('knows the penguins', () => {
    const table = sampleTable('penguins')
    expect(summarizeColumn(columnNamed(table, 'sex'))).toEqual({ name: 'sex', kind: 'text', type: 'category', missing: 11, distinct: 2 })
    // Published with the data: Gorman, Williams & Fraser 2014, 342 birds weighed, 2700 to 6300 g.
    expect(summarizeColumn(columnNamed(table, 'body_mass_g'))).toMatchObject({
      missing: 2,
      minimum: 2700,
      maximum: 6300
    })
  })

  it.each(sampleNames)('counts the same as a look at the cells of %s', (name) => {
    const [header, ...rows] = sampleCells(name)
    const table = sampleTable(name)
    expect(table.columns.map(summarizeColumn)).toMatchObject(
      header.map((column, c) => {
        const cells = rows.map((row) => row[c]).filter((cell) => cell !== '')
        return { name: column, missing: rows.length - cells.length, distinct: new Set(cells).size }
      })
    )
  })
})
