import { describe, expect, it } from 'vitest'
import { readCsv, sentence, type ReadOptions } from '#core'
import { refusalOf } from '../../support/tables'

const rows = (width: number) => Array.from({ length: 60 }, (_, i) => Array.from({ length: width }, (_cell, c) => `${(i * (c + 1)) / 10}`).join(',')).join('\n')
const read = (text: string, options: ReadOptions = {}) => readCsv(new TextEncoder().encode(text), options)
const settings = 'Record Length,2500\nSample Interval,1e-6\nVertical Units,V\n'

describe('settings of an instrument above a table', () => {
  it('of their width are asked about, with a remedy that leaves the table', () => {
    const text = `${settings}TIME,CH1\n${rows(2)}\n`
    const [note] = read(text).notes
    expect(note).toMatchObject({ code: 'note.rows-above', details: { row: 4, count: 3, skip: 3, names: '`TIME`, `CH1`' } })
    const { columns, notes, rows: count } = read(text, { skip: 3 })
    expect([columns.map(({ name }) => name), count, notes]).toEqual([['TIME', 'CH1'], 60, []])
  })

  it.each([
    ['a title and a blank row', `Report of 2024,,\n,,\nTIME,CH1,CH2\n${rows(3)}\n`, 2],
    ['a title', `,Report of 2024,\nTIME,CH1,CH2\n${rows(3)}\n`, 1]
  ])('of a spreadsheet are asked about, with a remedy that leaves the table: %s', (_, text, skip) => {
    expect(read(text).notes).toContainEqual(expect.objectContaining({ code: 'note.rows-above', details: expect.objectContaining({ skip }) as object }))
    expect(read(text, { skip })).toMatchObject({ rows: 60, notes: [] })
  })

  it.each([
    ['narrower ones', `${settings}\nTIME,CH1,CH2\n${rows(3)}\n`, 4],
    ['one as wide among them', `Model,X,2014\n${settings}TIME,CH1,CH2\n${rows(3)}\n`, 4]
  ])('are refused, not the table: %s', (_, text, skip) => {
    const refusal = refusalOf(() => read(text))
    expect(refusal).toMatchObject({ code: 'data.rows-above', details: { skip } })
    expect(read(text, { skip })).toMatchObject({ rows: 60, notes: [] })
    const dropped = read(text, { ragged: 'drop' })
    expect(dropped.rows).toBe(60)
    expect(dropped.notes.map(({ code, details }) => sentence(code, details, 'en'))[0]).toMatch(/^\d rows above the header \(row 5: `TIME`, `CH1`, `CH2`\)/)
  })

  it.each([
    ['words above numbers', `city,people\nParis,NA\nRome,NA\n${rows(2)}\n`],
    ['a table of names and numbers', 'name,age\nAnn,31\nBob,42\nCid,53\nDan,64\n'],
    ['two columns of texts', 'key,value\na,b\nc,d\ne,f\n'],
    ['no header', rows(2)]
  ])('are not %s', (_, text) => expect(read(text).notes.map(({ code }) => code)).not.toContain('note.rows-above'))

  it('are not sought where there is said to be no header', () => {
    expect(read(`${settings}TIME,CH1\n${rows(2)}\n`, { header: false }).notes.map(({ code }) => code)).not.toContain('note.rows-above')
  })
})

describe('rows of another width than the header', () => {
  const few = (odd: number) => `a,b\n${'1,2\n'.repeat(100 - odd)}${'1,2,3\n'.repeat(odd)}`

  it('are offered to be dropped where they are few, and never where most of the table would go', () => {
    expect(refusalOf(() => read(few(5))).code).toBe('data.ragged-row')
    expect(refusalOf(() => read(few(6)))).toMatchObject({
      code: 'data.few-rows-fit',
      en: 'The header has 2 fields, but 6 of 100 rows have another number of them; the first is row 96, with 3. Is the separator right? Choose another one, skip lines above the table, or fix the file.'
    })
  })
})

describe('a row of units below the header', () => {
  it('is no data, told, and the names stay', () => {
    const { columns, rows: count, lines, notes } = read(`TIME,CH1\ns,V\n${rows(2)}\n`)
    expect([columns.map(({ name, kind }) => `${name} ${kind}`), count, lines[0]]).toEqual([['TIME number', 'CH1 number'], 60, 3])
    expect(notes.map(({ code, details }) => sentence(code, details, 'en'))).toEqual([
      'Row 2 has the units of the columns (`s`, `V`); it is not read as data. If it has the names instead, skip the line above it.'
    ])
  })

  it('has the names where it is said so', () => {
    const { columns, notes } = read(`TIME,CH1\ns,V\n${rows(2)}\n`, { skip: 1 })
    expect([columns.map(({ name }) => name), notes]).toEqual([['s', 'V'], []])
  })

  it('is read in pieces as in one', () => {
    const text = `TIME,CH1,name\n(s),(V),\n${Array.from({ length: 30_000 }, (_, i) => `${i},${i % 7},"n ${i % 5}"`).join('\n')}\n`
    expect(read(text)).toMatchObject({ rows: 30_000, notes: [{ code: 'note.units-row' }] })
  })
})
