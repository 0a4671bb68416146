import { describe, expect, test } from 'vitest'
import type { Note } from '#core'
import { sheetRows, withoutLastBlanks } from '../../../../src/node/sources/sheets/sheet-rows'
import type { Row } from '../../../../src/node/sources/rows/source'

async function* from(rows: readonly Row[]) {
  yield* rows
}

async function tableOf(rows: readonly Row[]) {
  const notes: Note[] = []
  const table: Row[] = []
  for await (const row of sheetRows(withoutLastBlanks(from(rows)), notes)) table.push(row)
  return { table, notes }
}

describe('the rows of a sheet', () => {
  test('are as wide as the widest, without the titles above', async () => {
    const { table, notes } = await tableOf([['title'], [], ['a', 'b', 'c'], ['1', '2'], ['', '', '3'], [], ['', '']])
    expect(table).toEqual([[], [], ['a', 'b', 'c'], ['1', '2', ''], ['', '', '3']])
    expect(notes).toEqual([{ code: 'note.sheet-title', details: { count: 1, row: 1, value: 'title' } }])
  })

  test('of one cell are as wide as the others at the end, and headings in between', async () => {
    const { table } = await tableOf([['a', 'b'], ['1', '2'], ['heading'], ['3', '4'], ['合计'], [], ['备注']])
    expect(table).toEqual([['a', 'b'], ['1', '2'], ['heading'], ['3', '4'], ['合计', ''], [], ['备注', '']])
    expect((await tableOf([['x'], ['1'], ['2']])).table).toEqual([['x'], ['1'], ['2']])
  })

  test('have names that span columns joined to those below, in the row of the latter', async () => {
    const { table, notes } = await tableOf([
      ['id', 'length', '', 'width'],
      ['', 'min', 'max', 'min', 'max'],
      ['1', '2', '3', '4', '5']
    ])
    expect(table).toEqual([[], ['id', 'length min', 'length max', 'width min', 'width max'], ['1', '2', '3', '4', '5']])
    expect(notes).toEqual([{ code: 'note.spanned-header', details: { row: 1, next: 2, example: 'length min' } }])
  })

  test.each([
    [
      'a name is missing',
      [
        ['a', '', 'c'],
        ['1', '2', '3'],
        ['4', '5', '6']
      ]
    ],
    [
      'all columns are texts',
      [
        ['a', '', 'c'],
        ['x', 'y', 'z'],
        ['u', 'v', 'w']
      ]
    ],
    [
      'no row follows',
      [
        ['a', '', 'c'],
        ['x', 'y', 'z']
      ]
    ]
  ])('are left alone where %s', async (_, rows) => {
    expect(await tableOf(rows)).toEqual({ table: rows, notes: [] })
  })
})
