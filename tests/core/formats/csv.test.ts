import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { readRecords } from '../../../src/core/data/records'
import { csvText } from '../../../src/core/formats/csv'

describe('csvText', () => {
  it('ends every line with LF and quotes only what must be', () => {
    expect(
      csvText(
        ['a', 'b c'],
        [
          ['x,y', 'say "hi"'],
          ['two\nlines', '']
        ]
      )
    ).toBe('a,b c\n"x,y","say ""hi"""\n"two\nlines",\n')
  })

  it('writes numbers in their shortest round-trip form, and nothing for none', () => {
    const numbers = [0.1, 1 / 3, 1e21, 5e-324, -2, NaN, Infinity, null]
    expect(csvText(['n'], [numbers])).toBe('n\n0.1,0.3333333333333333,1e+21,5e-324,-2,,,\n')
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(Number(csvText(['n'], [[x]]).split('\n')[1])).toBe(x + 0)
      })
    )
  })

  it.each([
    ['=1+2', "'=1+2"],
    ['+cmd', "'+cmd"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['-1', '-1'],
    ['+1.5e3', '+1.5e3'],
    ['-1+2', "'-1+2"],
    ['a=1', 'a=1'],
    ["'x", "'x"]
  ])('writes the text %o as %o', (text, written) => {
    expect(csvText(['a', text], [])).toBe(`a,${written}\n`)
    expect(csvText(['a', 'b'], [['', text]]).split('\n')[1]).toBe(`,${written}`)
  })

  it('never neutralises a number', () => {
    expect(csvText(['a'], [[-1], [-1e-9]])).toBe('a\n-1\n-1e-9\n')
  })

  it('quotes what papaparse does', () => {
    const cell = fc
      .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(' a', 'a ', '\uFEFF', 'a"', ',', '\r', ' '))
      .filter((text) => !/^[=+\-@\t\r]/.test(text))
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), (cells) => {
        expect(csvText(cells, [])).toBe(`${Papa.unparse([cells], { newline: '\n' })}\n`)
      })
    )
  })

  it('is read back cell by cell, whatever the texts', () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r]/.test(text))
    const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
      fc.array(fc.array(fc.oneof(cell, fc.constantFrom('a,b', '"', 'a\nb', 'a\r\nb', ' x ')), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 6
      })
    )
    fc.assert(
      fc.property(table, ([header, ...rows]) => {
        expect(readRecords(csvText(header, rows)).records.map(({ cells }) => cells)).toEqual([header, ...rows])
      })
    )
  })
})
