import { describe, expect, it } from 'vitest'
import { readCsv, sentence } from '#core'
import { dropPreamble, dropTrailingColumn, refuseHugeRows } from '../../../src/core/data/layout'
import { readRecords } from '../../../src/core/data/records'
import { cellsOf as textsOf, refusalOf } from '../../support/tables'

const rows = (text: string) => readRecords(text).records
const cellsOf = ({ records }: { records: readonly { cells: readonly string[] }[] }) => records.map(({ cells }) => cells.join('|'))
const readDropping = (text: string) => readCsv(new TextEncoder().encode(text), { ragged: 'drop' })
const saidOf = (text: string) => readDropping(text).notes.map(({ code, details }) => sentence(code, details, 'en'))

describe('a separator at the end of every row', () => {
  it.each(['a,b\n1,2,\n3,4,\n', 'a,b,\n1,2,\n3,4,\n'])('goes from %j', (text) => {
    expect(cellsOf(dropTrailingColumn(rows(text), ','))).toEqual(['a|b', '1|2', '3|4'])
    expect(saidOf(text)).toEqual(['Every row ends with an extra `,`; the last, empty column is ignored.'])
  })

  it.each(['a,b\n1,2,\n3,4\n', 'a,b\n1,\n2,\n', 'a,b,c\n1,2,\n', 'a,\n1,2\n', 'a\n1\n'])('is none in %j', (text) => {
    expect(dropTrailingColumn(rows(text), ',')).toEqual({ records: rows(text), notes: [] })
  })
})

describe('rows above a table', () => {
  const text = 'Report\n2024\n\na,b,c\n1,2,3\n4,5,6\n7,8,9\n'

  it('are named and refused', () => {
    expect(refusalOf(() => dropPreamble(rows(text), 'cancel'))).toMatchObject({
      code: 'data.preamble',
      en: 'Rows 1, 2 have 1 field, later rows 3. Skip them, or fix the file and open it again.'
    })
  })

  it('go when they are to be dropped, and the row numbers stay those of the file', () => {
    const table = readDropping(text)
    expect(table.columns.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
    expect([...table.lines]).toEqual([5, 6, 7])
    expect(saidOf(text)).toEqual(['Rows 1, 2 have 1 field, later rows 3; they are skipped as not part of the table.'])
  })

  it.each(['a,b\n1,2,3\n4,5,6\n', 'a,b\n1,2\n', 'a,b\n1\n2\n'])('are none in %j', (table) => {
    expect(dropPreamble(rows(table), 'cancel').records).toEqual(rows(table))
  })
})

describe('rows with too few or too many fields', () => {
  it('go when they are to be dropped, and are said', () => {
    const text = 'a,b\n1,2\n3\n4,5,6\n7,8\n'
    expect(textsOf(readDropping(text).columns[1])).toEqual(['2', '8'])
    expect(saidOf(text)).toEqual(['2 rows do not have 2 fields and are dropped: 3, 4.'])
  })

  it('are refused when no other row is left', () => {
    expect(refusalOf(() => readDropping('a,b\n1\n2\n3,4,5\n')).code).toBe('data.no-row-fits')
  })
})

describe('a row that cannot be meant so', () => {
  it('is refused for its length', () => {
    const cell = 'x'.repeat(17 * 1024 * 1024)
    expect(refusalOf(() => refuseHugeRows([{ cells: ['a'], line: 1 }, { cells: [cell], line: 5 }])).en).toBe(
      'Row 5 is longer than 16 MB; is a closing quote missing?'
    )
  })

  it('is refused for its fields', () => {
    const cells = new Array<string>(100_001).fill('')
    expect(refusalOf(() => refuseHugeRows([{ cells, line: 1 }])).code).toBe('data.too-many-columns')
    expect(() => refuseHugeRows([{ cells: cells.slice(1), line: 1 }])).not.toThrow()
  })
})
