import { describe, expect, it } from 'vitest'
import { columnType } from '../../../src/core/data/column-type'
import { createColumn } from '../../../src/core/data/columns'
import { sampleTable } from '../../support/tables'

const typeOf = (...cells: string[]) => columnType(createColumn('x', cells))

describe('the type of a column', () => {
  it.each([
    ['number', ['1', '2.5', '']],
    ['integer', ['1', '2.0', '1e3']],
    ['boolean', ['yes', 'No', 'NO', '']],
    ['boolean', ['是', '否']],
    ['date', ['2024-01-31', '2024-02-01']],
    ['date', ['2024/1/31 9:05', '2024/2/1 10:00']],
    ['date', ['2024-01-31T09:05:00Z', 'NA', '2024-02-01T10:00:00+08:00']],
    ['date', ['2024年1月31日', '2024年2月1日']],
    ['category', ['a', 'b', 'a', 'b']],
    ['text', ['a', 'b', 'c', 'a']],
    ['identifier', ['a', 'b', 'c']],
    ['constant', ['7', '7.0', '']],
    ['constant', ['x', ' x']],
    ['empty', ['', 'NA']]
  ] as const)('is %s for %j', (type, cells) => expect(typeOf(...cells)).toBe(type))

  it('is no date when one cell is none, and no answer when there are three', () => {
    expect(typeOf('2024-01-31', 'soon', 'soon')).toBe('text')
    expect(typeOf('yes', 'no', 'maybe', 'yes', 'no', 'maybe')).toBe('category')
  })

  it('knows the penguins', () => {
    expect(sampleTable('penguins').columns.map(columnType)).toEqual([
      'category',
      'category',
      'number',
      'number',
      'integer',
      'integer',
      'category'
    ])
  })
})
