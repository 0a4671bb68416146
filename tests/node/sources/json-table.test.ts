import { describe, expect, test } from 'vitest'
import { linesOf, problemOf } from '../../support/sources'

const table = ['x,名字,y', '1,a,', '2.5,"b,""c""",true']

describe('JSON', () => {
  test.each([
    ['records', '[{"x":1,"名字":"a","y":null},{"x":2.5,"名字":"b,\\"c\\"","y":true}]'],
    ['records that lack what is null', ' [\n {"x":1,"名字":"a"},{"y":true,"x":2.5,"名字":"b,\\"c\\""}]'],
    ['lines', '{"x":1,"名字":"a"}\r\n\r\n{"x":2.5,"名字":"b,\\"c\\"","y":true}\r\n'],
    ['a line', '{"x":[1,2.5],"名字":["a","b,\\"c\\""],"y":[null,true]}'],
    ['columns by row', '{"x":{"0":1,"1":2.5},"名字":{"0":"a","1":"b,\\"c\\""},"y":{"1":true}}'],
    ['columns and data', '{"columns":["x","名字","y"],"index":[0,1],"data":[[1,"a",null],[2.5,"b,\\"c\\"",true]]}'],
    ['rows with their names', '\uFEFF[["x","名字","y"],[1,"a",null],[2.5,"b,\\"c\\"",true]]']
  ])('as %s', async (_, text) => {
    expect(await linesOf(text)).toEqual(table)
  })

  test('as rows without names', async () => {
    expect(await linesOf('[[1,2],[3]]')).toEqual(['column_1,column_2', '1,2', '3,'])
  })

  test('nested values stay JSON, and a single empty cell is a row', async () => {
    expect(await linesOf('[{"a":{"b":[1,2]}},{"a":null}]')).toEqual(['a', '"{""b"":[1,2]}"', '""'])
  })

  test('that is no table, or damaged, is refused with its place', async () => {
    expect(await problemOf('[]')).toMatchObject({ code: 'data.json-shape' })
    expect(await problemOf('[{"a":1},2]')).toMatchObject({ code: 'data.json-shape' })
    expect(await problemOf('[{"a":1},{"a":')).toMatchObject({ code: 'format.not-json' })
    expect(await problemOf('{"a":1}\n{"a":2\n')).toMatchObject({ code: 'data.json-line', details: { row: 2 } })
  })
})
