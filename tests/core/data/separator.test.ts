import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRecords } from '../../../src/core/data/records'
import { separators } from '../../../src/core/data/read-options'
import { findSeparator, showSeparator } from '../../../src/core/data/separator'

describe('findSeparator', () => {
  it.each([
    ['a comma', 'a,b\n1,2\n', ','],
    ['a semicolon beside decimal commas', 'a;b;c\n1,5;2;3\n', ';'],
    ['a semicolon between decimal commas alone', '1,5;2,5\n3,5;4,5\n', ';'],
    ['a tab', 'a\tb\n1\t2\n', '\t'],
    ['a bar', 'a|b\n1|2\n', '|'],
    ['a space between numbers', 'a b\n1 2\n3 4\n', ' '],
    ['a full-width comma', '甲，乙\n1，2\n', '，'],
    ['a full-width semicolon', '甲；乙\n1；2\n', '；'],
    ['a semicolon between quoted names', '"a,1";"b"\n1;2\n', ';'],
    ['a semicolon below a title', 'Report\n\na;b;c\n1;2;3\n4;5;6\n', ';'],
    ['a tab beside commas in texts', 'id\ttext\n1\ta, b\n2\tc\n', '\t'],
    ['a comma in a file cut off inside quotes', 'a,b\n1,"2', ',']
  ])('finds %s', (_, text, separator) => expect(findSeparator(text)).toBe(separator))

  it.each([
    ['a semicolon inside a quoted name', '"a;b"\n1\n'],
    ['a semicolon in a quoted name over two lines', '"a;b\nc",d\n1,2\n'],
    ['a semicolon beside a comma', 'a;b,c\n1,2\n'],
    ['semicolons in the data alone', 'a\nx;y\nz;w\n'],
    ['spaces between words', 'full name\nAnn Lee\nBo Ray\n'],
    ['nothing at all', ''],
    ['a single column', 'a\n1\n2\n']
  ])('is not misled by %s', (_, text) => expect(findSeparator(text)).toBe(','))

  it('finds the separator with which a table of numbers was written', () => {
    const cell = fc.integer({ min: -999, max: 999 }).map(String)
    const table = fc.integer({ min: 2, max: 5 }).chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 9 })
    )
    fc.assert(
      fc.property(table, fc.constantFrom(...separators), (rows, separator) => {
        expect(findSeparator(rows.map((row) => row.join(separator === 'blanks' ? '   ' : separator)).join('\n'))).toBe(separator)
      })
    )
  })

  it('reads a row of empty cells between tabs as a row', () => {
    expect(readRecords('a\tb\n\t\n1\t2\n', '\t').records.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['', ''],
      ['1', '2']
    ])
  })
})

describe('showSeparator', () => {
  it('names what cannot be seen', () => {
    expect([',', '\t', ' '].map((one) => showSeparator(one as ','))).toEqual([',', 'Tab', 'Space'])
  })
})

describe('a title and a blank line above a table', () => {
  const rows = (row: (i: number) => string) => Array.from({ length: 40 }, (_, i) => row(i)).join('\n')

  it.each([
    ['Table 1', `x;y\n${rows((i) => `${i},5;${i % 7},25`)}`, ';'],
    ['Messwerte vom 3. Mai, Labor 2, Raum 5', `x;y;klasse\n${rows((i) => `${i},5;${i % 7},25;${'ab'[i % 2]}`)}`, ';'],
    ['Ergebnis; Teil 1', `x\ty\n${rows((i) => `${i}\t${i % 7}`)}`, '\t']
  ])('say nothing about the separator: %j', (title, table, separator) => {
    expect(findSeparator(`${title}\n\n${table}\n`)).toBe(separator)
    expect(findSeparator(`${title}\r\n\r\n${table.replaceAll('\n', '\r\n')}\r\n`)).toBe(separator)
  })

  it('are none where a single column of texts has a blank line below its name', () => {
    expect(findSeparator(`remark\n\n${rows((i) => `well, ${'ab'[i % 2]}; then`)}\n`)).toBe(',')
  })

  it('are none above a table like the rest', () => {
    expect(findSeparator(`x;y\n\n${rows((i) => `${i},5;2`)}\n`)).toBe(';')
  })
})
