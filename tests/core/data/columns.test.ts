import { describe, expect, it } from 'vitest'
import { columnNamed, distinctValues, summarizeColumn } from '#core'
import { createColumn, finiteValues, unusableCells } from '../../../src/core/data/columns'
import { sampleCells, sampleNames, sampleTable } from '../../support/tables'

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

  it('does not change the cells', () => {
    const cells = [' a ', '', 'NA']
    expect(createColumn('x', cells)).toEqual({
      name: 'x',
      kind: 'text',
      cells,
      missing: Uint8Array.of(0, 1, 1),
      values: new Float64Array(0)
    })
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

describe('summarizeColumn', () => {
  it('gives a text column no figures but counts', () => {
    expect(summarizeColumn(createColumn('x', ['a', 'b', 'a', '']))).toEqual({
      name: 'x',
      kind: 'text',
      missing: 1,
      distinct: 2
    })
  })

  it('knows the penguins', () => {
    const table = sampleTable('penguins')
    expect(summarizeColumn(columnNamed(table, 'sex'))).toEqual({ name: 'sex', kind: 'text', missing: 11, distinct: 2 })
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
