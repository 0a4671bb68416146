import { readFileSync } from 'node:fs'
import csvSpectrum, { type SpectrumCase } from 'csv-spectrum'
import { describe, expect, it } from 'vitest'
import { readCsv, type Table } from '#core'
import { refusalOf, sampleCells, sampleNames, sampleTable, tableOf } from '../../support/tables'

/** A table as objects by column name, as csv-spectrum states its answers. */
function objectsOf(table: Table): Record<string, string>[] {
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(table.columns.map(({ name, cells }) => [name, cells[row]]))
  )
}

const codesOf = (table: Table) => table.notes.map(({ code }) => code)

describe('readCsv', () => {
  it('gives typed columns, missing cells and physical lines', () => {
    const table = tableOf('name, age \r\nAnn,30\r\n\r\n"Bo\r\nb",\r\nCy, 41 \r\n')
    expect(table).toEqual({
      columns: [
        {
          name: 'name',
          kind: 'text',
          cells: ['Ann', 'Bo\r\nb', 'Cy'],
          missing: new Uint8Array(3),
          values: new Float64Array(0)
        },
        {
          name: 'age',
          kind: 'number',
          cells: ['30', '', ' 41 '],
          missing: Uint8Array.of(0, 1, 0),
          values: Float64Array.of(30, NaN, 41)
        }
      ],
      rows: 3,
      lines: Int32Array.of(2, 4, 6),
      notes: []
    })
  })

  it('reads a single column', () => {
    const table = tableOf('x\n1\n\n""\n3')
    expect(table.columns[0].cells).toEqual(['1', '', '3'])
    expect([...table.lines]).toEqual([2, 4, 5])
  })

  it('takes the first row that is not blank as the header', () => {
    expect([...tableOf('\n  \n\na,b\n1,2\n').lines]).toEqual([5])
  })

  it.each([
    [150, 5, 'iris'],
    [178, 14, 'wine'],
    [569, 31, 'breast-cancer'],
    [1797, 65, 'digits'],
    [344, 7, 'penguins']
  ] as const)('finds %i rows and %i columns in %s', (rows, columns, name) => {
    const table = sampleTable(name)
    expect([table.rows, table.columns.length, table.notes]).toEqual([rows, columns, []])
  })

  it.each(sampleNames)('gives back every cell of %s', (name) => {
    const [header, ...rows] = sampleCells(name)
    const table = sampleTable(name)
    expect(table.columns.map((column) => column.name)).toEqual(header)
    table.columns.forEach(({ cells }, c) => expect(cells).toEqual(rows.map((row) => row[c])))
    expect([...table.lines]).toEqual(rows.map((_, i) => i + 2))
  })

  it('reads digits.csv in well under a tenth of a second', () => {
    const bytes = readFileSync('data/digits.csv')
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now()
      readCsv(bytes)
      return performance.now() - start
    })
    expect(Math.min(...times)).toBeLessThan(100)
  })
})

describe('csv-spectrum', async () => {
  const items = await new Promise<SpectrumCase[]>((resolve, reject) =>
    csvSpectrum((error, all) => (error ? reject(error) : resolve(all)))
  )
  /** Its answer has another telephone number than its file. */
  const contradictsItself = 'location_coordinates'

  it('has twelve cases', () => expect(items).toHaveLength(12))

  it.each(items.filter(({ name }) => name !== contradictsItself))('$name', ({ csv, json }) => {
    expect(objectsOf(readCsv(csv))).toEqual(JSON.parse(new TextDecoder().decode(json)))
  })
})

describe('a file that is not a usable CSV', () => {
  it.each([
    ['of no bytes', ''],
    ['of a byte order mark', '\uFEFF'],
    ['of blank lines', '\n \r\n\t\r\n']
  ])('%s is empty', (_, text) => {
    expect(refusalOf(() => tableOf(text))).toMatchObject({ code: 'data.empty-file', en: 'The file is empty.' })
  })

  it('with nothing but a header says so', () => {
    expect(refusalOf(() => tableOf('\na,b\n\n'))).toMatchObject({
      code: 'data.header-only',
      en: 'Row 2 is a header but there are no data rows.'
    })
  })

  it('of ragged rows names the first, its missing columns, the rows like it and how many they are', () => {
    expect(refusalOf(() => tableOf('a,b,c\n1,2,3\n1\n\n1,2,3,4\n'))).toMatchObject({
      code: 'data.ragged-row',
      details: { row: 3, actual: 1, expected: 3, count: 2 },
      en: 'Row 3 has 1 fields; the header has 3 (missing `b`, `c`). Rows like this: 3, 5 (2 in all). Mend them and open the file again.'
    })
  })

  it('of rows that are too long names no missing column', () => {
    expect(refusalOf(() => tableOf('a,b\n1,2,\n3,4,\n')).en).toContain(
      'Row 2 has 3 fields; the header has 2. Rows like this: 2, 3'
    )
  })

  it('of many ragged rows lists twenty of them', () => {
    const { details } = refusalOf(() => tableOf(`a,b\n${'1\n'.repeat(500)}`))
    expect(details.rows).toBe('2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, …')
    expect(details.count).toBe(500)
  })

  it.each([
    ['a semicolon', 'a;b;c\n1,5;2;3\n', ';', 2],
    ['a tab', 'a\tb\n1\t2\n', 'Tab', 1],
    ['a bar', 'a|b\n1|2\n', '|', 1],
    ['a full-width comma', '甲，乙\n1，2\n', '，', 1],
    ['a semicolon between quoted names', '"a,1";"b"\n1;2\n', ';', 1]
  ])('with %s for a separator says which', (_, text, separator, count) => {
    expect(refusalOf(() => tableOf(text))).toMatchObject({
      code: 'data.separator',
      details: { row: 1, separator, count }
    })
  })

  it.each([
    ['inside a quoted name', '"a;b"\n1\n'],
    ['in a quoted name over two lines', '"a;b\nc",d\n1,2\n'],
    ['beside a comma', 'a;b,c\n1,2\n'],
    ['in the data alone', 'a\nx;y\n']
  ])('may hold a semicolon %s', (_, text) => expect(tableOf(text).rows).toBe(1))
})

describe('a note on reading', () => {
  it('tells of cells that are no numbers in a column of numbers, and does not stop', () => {
    const table = tableOf(`x,y\n${'1,2\n'.repeat(20)}12abc,3\n1e999,4\n`)
    expect(table.columns[0].kind).toBe('number')
    expect(table.notes).toEqual([
      { code: 'note.not-numbers', details: { name: 'x', count: 2, row: 22, value: '12abc' } }
    ])
  })

  it.each([
    ['two columns of one name', 'x,x\n1,2\n', ['note.renamed-column']],
    ['a column without a name', 'x,\n1,2\n', ['note.unnamed-column']],
    ['a header that looks like data', '5.1,3.5\n4.9,3\n', ['note.numeric-header']],
    ['mixed line ends', 'x,y\r\n1,2\n', ['note.mixed-line-ends']],
    ['CR line ends', 'x,y\r1,2\r', ['note.cr-line-ends']],
    ['a quote inside a field', 'x,y\n5",2\n', ['note.quote-in-field']]
  ])('tells of %s', (_, text, codes) => expect(codesOf(tableOf(text))).toEqual(codes))
})
