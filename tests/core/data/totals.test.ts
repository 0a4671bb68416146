import { describe, expect, it } from 'vitest'
import { readCsv, type ReadOptions } from '#core'

const rows = Array.from({ length: 12 }, (_, i) => `${i + 1},s${i},${i * 2}`)
const read = (lines: readonly string[], options: ReadOptions = {}) =>
  readCsv(new TextEncoder().encode(`no,name,score\n${lines.join('\n')}\n`), options)
const told = (lines: readonly string[]) => read(lines).notes.filter(({ code }) => code === 'note.totals')

describe('rows at the end that are no data', () => {
  it.each([
    ['a total', ['合　计,,132'], { count: 1, row: 14, value: '合　计' }],
    ['a total with a colon', ['Total:,,132'], { count: 1, row: 14, value: 'Total:' }],
    ['several', ['合计,,132', '平均值,,11', '备注：缺考按零分计,,'], { count: 3, row: 14, value: '合计' }],
    ['who made the table', [',制表人：教务处,'], { count: 1, row: 14, value: '制表人：教务处' }]
  ])('are told: %s', (_, last, details) => {
    expect(told([...rows, ...last])).toEqual([{ code: 'note.totals', details }])
  })

  it.each([
    ['a word that is a category', [...rows.map((row, i) => row.replace(/s\d+/, i % 2 ? 'mean' : 'median')), '13,mean,4']],
    ['a total in the middle', [...rows.slice(0, 6), '合计,,30', ...rows.slice(6)]],
    ['a number alone', [...rows, ',,7']]
  ])('are not seen in %s', (_, lines) => expect(told(lines)).toEqual([]))

  it('are left out on request, before it is decided what the columns are', () => {
    const table = read([...rows, '合计,,132'], { omit: ['totals'] })
    expect(table.rows).toBe(12)
    expect(table.format.omit).toEqual(['totals'])
    expect(table.columns.map(({ kind }) => kind)).toEqual(['number', 'text', 'number'])
    expect(table.notes.map(({ code }) => code)).toEqual(['note.omitted-totals'])
  })
})
