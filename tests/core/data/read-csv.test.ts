import csvSpectrum, { type SpectrumCase } from 'csv-spectrum'
import { describe, expect, it } from 'vitest'
import { cellText, missingTokens, readCsv, sentence, type Table } from '#core'
import { cellsOf, refusalOf, sampleCells, sampleNames, sampleTable, tableOf } from '../../support/tables'

/** A table as objects by column name, as csv-spectrum states its answers. */
function objectsOf(table: Table): Record<string, string>[] {
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, cellText(column, row)]))
  )
}

const codesOf = (table: Table) => table.notes.map(({ code }) => code)
const sentencesOf = (table: Table) => table.notes.map(({ code, details }) => sentence(code, details, 'en'))
const encode = (text: string) => new TextEncoder().encode(text)

describe('readCsv', () => {
  it('gives typed columns, missing cells and physical lines', () => {
    const table = tableOf('name, age \r\nAnn,30\r\n\r\n"Bo\r\nb",\r\nCy, 41 \r\n')
    expect(table).toMatchObject({
      columns: [
        { name: 'name', kind: 'text', missing: new Uint8Array(3), values: new Float64Array(0) },
        { name: 'age', kind: 'number', missing: Uint8Array.of(0, 1, 0), values: Float64Array.of(30, NaN, 41) }
      ],
      rows: 3,
      lines: Int32Array.of(2, 4, 6),
      format: { encoding: 'utf-8', separator: ',', decimal: '.', grouped: false, header: true, ragged: 'cancel', missing: missingTokens, kinds: {} },
      notes: []
    })
    expect(table.columns.map(cellsOf)).toEqual([['Ann', 'Bo\r\nb', 'Cy'], ['30', '', '41']])
  })

  it('reads a single column', () => {
    const table = tableOf('x\n1\n\n""\n3')
    expect(cellsOf(table.columns[0])).toEqual(['1', '', '3'])
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
    table.columns.forEach((column, c) => expect(cellsOf(column)).toEqual(rows.map((row) => row[c])))
    expect([...table.lines]).toEqual(rows.map((_, i) => i + 2))
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

describe('what is not asked for', () => {
  const found = (text: string) => tableOf(text).format

  it('is found: separator and decimal comma, said with an example', () => {
    const table = tableOf('name;size\nA;1\nB;1,5\n')
    expect(table.format).toEqual({ encoding: 'utf-8', separator: ';', decimal: ',', grouped: false, header: true, ragged: 'cancel', missing: missingTokens, kinds: {} })
    expect([...table.columns[1].values]).toEqual([1, 1.5])
    expect(sentencesOf(table)).toEqual([
      'The columns are separated by `;`.',
      'Numbers are read with a decimal comma (row 3, column 2, `size`: `1,5` is 1.5).'
    ])
  })

  it('is found: thousands beside decimals', () => {
    const table = tableOf('a\tb\n1,234.5\t1\n2,000\t2\n')
    expect(table.format).toEqual({ encoding: 'utf-8', separator: '\t', decimal: '.', grouped: true, header: true, ragged: 'cancel', missing: missingTokens, kinds: {} })
    expect([...table.columns[0].values]).toEqual([1234.5, 2000])
    expect([...tableOf('a;b\n1.234,5;1\n2.000;2\n').columns[0].values]).toEqual([1234.5, 2000])
  })

  it('is asked where nothing tells: a mark before three digits', () => {
    const table = tableOf('id;price\n1;999\n2;"1,234"\n')
    expect(table.columns[1].kind).toBe('text')
    expect(sentencesOf(table).at(-1)).toBe(
      'Row 3, column 2 (`price`): is `1,234` 1234 or 1.234? Choose the decimal mark; until then 1 such cell is not a number.'
    )
    expect(sentencesOf(tableOf('id;price\n1;0,5\n2;1.234\n')).at(-1)).toContain('is `1.234` 1234 or 1.234?')
  })

  it('is found: that there is no header, and the first row is data then', () => {
    const table = tableOf('5.1,a\n4.9,b\n5.0,a\n')
    expect(table.format.header).toBe(false)
    expect(table.columns.map(({ name }) => name)).toEqual(['column_1', 'column_2'])
    expect([...table.lines]).toEqual([1, 2, 3])
  })

  it('is found: an encoding that is not UTF-8, said with the byte that shows it', () => {
    const table = readCsv(Uint8Array.from('name;x\nAndr\xe9;1\nBo;2\n', (character) => character.charCodeAt(0)))
    expect(table.format.encoding).toBe('windows-1252')
    expect(cellText(table.columns[0], 0)).toBe('André')
    expect(sentencesOf(table)[0]).toBe(
      'Byte 12 (row 2, column 1) is not UTF-8. The file is read as Windows-1252; if characters look wrong, choose another encoding.'
    )
  })

  it('is found: percent signs and full-width digits, said with an example', () => {
    const table = tableOf('a,b\n12%,１２\n7%,3\n')
    expect(table.columns.map(({ values }) => [...values])).toEqual([[0.12, 0.07], [12, 3]])
    expect(sentencesOf(table)).toEqual([
      'Column `a`: 2 cells with a percent sign are read as fractions (first: row 2, `12%` is 0.12).',
      'Column `b`: 1 cell has full-width characters and is read as a number (row 2, `１２` is 12).'
    ])
  })

  it('is a comma and a header by default', () => {
    expect(found('only\nwords\n')).toEqual({ encoding: 'utf-8', separator: ',', decimal: '.', grouped: false, header: true, ragged: 'cancel', missing: missingTokens, kinds: {} })
  })
})

describe('what is asked for', () => {
  it('answers which mark is the decimal one', () => {
    const read = (decimal: '.' | ',') => readCsv(encode('id;price\n1;"1,234"\n2;5\n'), { decimal })
    expect([...read('.').columns[1].values]).toEqual([1234, 5])
    expect([...read(',').columns[1].values]).toEqual([1.234, 5])
    expect(sentencesOf(read(','))).toEqual(['The columns are separated by `;`.'])
  })

  it('makes a column text or numbers by its name', () => {
    const table = readCsv(encode('zip,constructor\n01234,a\n98765,7\n'), { kinds: { zip: 'text', constructor: 'number' as const } })
    expect(table.columns.map(({ kind }) => kind)).toEqual(['text', 'number'])
    expect(codesOf(table)).toEqual(['note.not-numbers'])
    expect(tableOf('zip,constructor\n1,a\n').columns[1].kind).toBe('text')
  })

  it('goes before what would be found', () => {
    const text = encode('1;2\n3;4\n')
    expect(readCsv(text, { separator: ',' }).columns).toHaveLength(1)
    expect(readCsv(text, { header: true }).columns.map(({ name }) => name)).toEqual(['1', '2'])
    expect(cellsOf(readCsv(encode('a,b\n1,2\n'), { header: false }).columns[0])).toEqual(['a', '1'])
  })

  it('gives the same table when all that was found is asked for', () => {
    for (const text of ['name;size\nA;1\nB;1,5\n', '5.1,a\n4.9,b\n5,a\n', 'x|y\n1|2\n']) {
      const table = tableOf(text)
      // A decimal mark that is given implies the mark of thousands.
      const columnsOf = ({ columns }: Table) => columns.map((column) => ({ ...column, notation: column.notation?.decimal ?? '.' }))
      expect(columnsOf(readCsv(encode(text), table.format))).toEqual(columnsOf(table))
    }
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
      en: 'Row 3 has 1 field; the header has 3 (missing `b`, `c`). Rows like this: 3, 5 (2 in all). Drop them, or fix the file and open it again.'
    })
  })

  it('of rows that are too long names no missing column', () => {
    expect(refusalOf(() => tableOf('a,b\n1,2\n1,2,5\n3,4,7\n')).en).toContain(
      'Row 3 has 3 fields; the header has 2. Rows like this: 3, 4'
    )
  })

  it('of many ragged rows lists twenty of them', () => {
    const { details } = refusalOf(() => tableOf(`a,b\n${'1\n'.repeat(500)}`))
    expect(details.rows).toBe('2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, …')
    expect(details.count).toBe(500)
  })
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
    ['a first row that is data', '5.1,3.5\n4.9,3\n', ['note.no-header']],
    ['a header that looks like data', '2019,2020\n5,7\n', ['note.numeric-header']],
    ['a separator that is no comma', 'a|b\n1|2\n', ['note.separator']],
    ['mixed line ends', 'x,y\r\n1,2\n', ['note.mixed-line-ends']],
    ['CR line ends', 'x,y\r1,2\r', ['note.cr-line-ends']],
    ['a quote inside a field', 'x,y\n5",2\n', ['note.quote-in-field']]
  ])('tells of %s', (_, text, codes) => expect(codesOf(tableOf(text))).toEqual(codes))
})
