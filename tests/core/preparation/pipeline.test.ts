import { describe, expect, it } from 'vitest'
import { applyPipeline, inputNames, toRows, type FeatureConstants, type Pipeline } from '#core'
import { refusalOf, tableOf } from '../../support/tables'

const chosen = {
  missing: 'drop',
  encode: 'one-hot',
  scaling: 'standard',
  fill: null,
  indicator: false
} as const satisfies Partial<FeatureConstants>

const pipeline: Pipeline = {
  features: [
    { name: 'size', kind: 'number', mean: 10, scale: 2, categories: [], ...chosen },
    { name: 'colour', kind: 'text', mean: 0, scale: 1, categories: ['blue', 'red'], ...chosen }
  ],
  targets: [{ kind: 'classes', name: 'kind', classes: ['a', 'b'] }],
  scaling: 'standard',
  missing: 'drop',
  encode: 'one-hot'
}

describe('a pipeline', () => {
  it('names one input a number and one a category', () => {
    expect(inputNames(pipeline)).toEqual(['size', 'colour=blue', 'colour=red'])
  })

  it('goes through JSON unchanged', () => expect(JSON.parse(JSON.stringify(pipeline))).toEqual(pipeline))

  it('finds its columns by name, in another order and without the target', () => {
    const { X, lines, dropped, notes } = applyPipeline(pipeline, tableOf('colour,note,size\n red ,x,12\nblue,y,7\n'))
    expect(toRows(X)).toEqual([
      [1, 0, 1],
      [-1.5, 1, 0]
    ])
    expect([...lines]).toEqual([2, 3])
    expect([dropped, notes]).toEqual([0, []])
  })

  it('leaves out rows that miss a feature, and says so', () => {
    const { X, lines, dropped, notes } = applyPipeline(pipeline, tableOf('size,colour\n12,red\n?,blue\n8,NA\n10,blue\n'))
    expect(toRows(X)).toEqual([
      [1, 0, 1],
      [0, 1, 0]
    ])
    expect([...lines]).toEqual([2, 5])
    expect(dropped).toBe(2)
    expect(notes).toEqual([{ code: 'note.dropped-rows', details: { count: 2, total: 4, row: 3, name: 'size' } }])
  })

  it('leaves all inputs of a category it does not know at 0, and says so', () => {
    const { X, notes } = applyPipeline(pipeline, tableOf('size,colour\n10,green\n12,red\n8,redd\n'))
    expect(toRows(X)).toEqual([
      [0, 0, 0],
      [1, 0, 1],
      [-1, 0, 0]
    ])
    expect(notes).toEqual([
      { code: 'note.unseen-category', details: { name: 'colour', count: 2, row: 2, value: 'green', values: '`green`, `redd`' } }
    ])
  })

  it('takes the rows it is given, in the precision it is given', () => {
    const table = tableOf('size,colour\n10,red\n12,red\n11,blue\n')
    const { X, lines } = applyPipeline(pipeline, table, { rows: Int32Array.of(2), precision: 'f32' })
    expect(X).toEqual({ rows: 1, columns: 3, data: Float32Array.of(0.5, 1, 0) })
    expect([...lines]).toEqual([4])
  })

  it('reads numbers as texts where texts were learned', () => {
    const byYear: Pipeline = {
      ...pipeline,
      features: [{ ...pipeline.features[1], name: 'year', categories: ['2007', '2008'] }]
    }
    expect(toRows(applyPipeline(byYear, tableOf('year\n2008\n2007\n')).X)).toEqual([
      [0, 1],
      [1, 0]
    ])
  })

  it('refuses texts where numbers were learned, even if the whole column is text', () => {
    expect(refusalOf(() => applyPipeline(pipeline, tableOf('colour,size\nred,big\nred,small\n')))).toMatchObject({
      code: 'data.not-a-number',
      details: { row: 2, column: 2, name: 'size', value: 'big', more: 1 }
    })
  })

  it('refuses a table without one of its columns', () => {
    expect(refusalOf(() => applyPipeline(pipeline, tableOf('size\n1\n'))).en).toBe('There is no column `colour`; the columns are `size`.')
  })

  it('refuses a value that the precision cannot hold', () => {
    const table = tableOf('size,colour\n1,red\n1e60,red\n')
    expect(applyPipeline(pipeline, table).X.data[3]).toBe(5e59)
    expect(refusalOf(() => applyPipeline(pipeline, table, { precision: 'f32' }))).toMatchObject({
      code: 'data.out-of-range',
      details: { row: 3, column: 1, name: 'size', value: '1e60' }
    })
  })

  it('makes no inputs of a table of missing values', () => {
    expect(applyPipeline(pipeline, tableOf('size,colour\n,\n')).X).toEqual({
      rows: 0,
      columns: 3,
      data: new Float64Array(0)
    })
  })
})

describe('a cell that is no finite number', () => {
  const rows = (cells: readonly string[]) =>
    tableOf(`size,colour\n${[...new Array(30).fill('1'), ...cells].map((c) => `${c},red`).join('\n')}\n`)

  it('is refused with row, column and value', () => {
    expect(refusalOf(() => applyPipeline(pipeline, rows(['12abc'])))).toMatchObject({
      code: 'data.not-a-number',
      en: 'Row 32, column 1 (`size`): `12abc` is not a number. Fix it, or exclude the column.',
      zh: '第 32 行第 1 列（`size`）：`12abc` 不是数字。请修正，或不使用该列。'
    })
  })

  it('is refused with how many more there are', () => {
    expect(refusalOf(() => applyPipeline(pipeline, rows(['a', 'b', 'inf']))).en).toBe(
      'Row 32, column 1 (`size`): `a` is not a number. In this column, 2 more cells are not numbers. Fix it, or exclude the column.'
    )
  })

  it.each(['inf', '-Infinity', '1e999'])('is refused as %s', (value) => {
    expect(refusalOf(() => applyPipeline(pipeline, rows([value])))).toMatchObject({
      code: 'data.not-finite',
      details: { row: 32, column: 1, name: 'size', value }
    })
  })
})
