import { describe, expect, it } from 'vitest'
import { columnNamed, prepare, readCsv, suggestSettings, type ReadOptions } from '#core'
import { expectedFormat, fitsSeparator } from '../../../src/core/data/expected-format'

const read = (text: string | Uint8Array, options: ReadOptions = {}) =>
  readCsv(typeof text === 'string' ? new TextEncoder().encode(text) : text, options)
const lines = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('')

/** The options by which `predict` reads new rows for a model trained with a file. */
function learntFrom(text: string | Uint8Array, options: ReadOptions = {}): ReadOptions {
  const table = read(text, options)
  const { reading } = prepare(table, suggestSettings(table)).pipeline
  return { missing: reading?.missing, kinds: Object.fromEntries(reading?.kinds ?? []), ...(reading?.format ? { expected: reading.format } : {}) }
}
const numbers = (text: string | Uint8Array, options: ReadOptions, name: string) => [...columnNamed(read(text, options), name).values]

describe('new rows are read as the file of the model was', () => {
  const commas = learntFrom(`x;y;label\n${lines(40, (i) => `${i},5;${i % 7},25;${'ab'[i % 2]}`)}`)

  it.each([
    ['one mark before three digits', 'x;y\n1,234;2,500\n', [1.234], [2.5]],
    ['a point before three digits', 'x;y\n1.234;2.500\n', [1234], [2500]],
    ['whole numbers', 'x;y\n1;2\n', [1], [2]],
    ['both marks', 'x;y\n1.234,5;2,5\n', [1234.5], [2.5]],
    ['points that can only be decimal marks', 'x;y\n1.5;2.25\n', [1.5], [2.25]]
  ])('decimal commas: %s', (_, text, x, y) => expect([numbers(text, commas, 'x'), numbers(text, commas, 'y')]).toEqual([x, y]))

  it('a single column with a decimal comma', () => {
    const one = learntFrom(`x;label\n${lines(40, (i) => `${i},25;${'ab'[i % 2]}`)}`)
    expect(numbers('x;label\n9,200;a\n', one, 'x')).toEqual([9.2])
  })

  it('units', () => {
    const unit = learntFrom(`x,label\n${lines(40, (i) => `$${i}.50,${'ab'[i % 2]}`)}`)
    expect(numbers('x\n$5\n', unit, 'x')).toEqual([5])
  })

  it('the order of day and month', () => {
    const dates = learntFrom(`day,label\n${lines(40, (i) => `12/${(i % 28) + 1}/2023,${'ab'[i % 2]}`)}`)
    expect(numbers('day\n01/02/2024\n', dates, 'day')).toEqual([19724])
  })

  it('no header', () => {
    const none = learntFrom(lines(40, (i) => `${i}.5,${(i * 3) % 7},${'ab'[i % 2]}`))
    expect(numbers('5.5,3,a\n', none, 'column_1')).toEqual([5.5])
    expect(numbers('column_1,column_2\n5.5,3\n', none, 'column_1')).toEqual([5.5])
  })

  it('the encoding, but for a file in UTF-8', () => {
    const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
    const cyrillic = learntFrom(bytes(`\xe8\xec\xff,label\n${lines(40, (i) => `${i}.5,${'ab'[i % 2]}`)}`), { encoding: 'windows-1251' })
    expect(numbers(bytes('\xe8\xec\xff\n5.5\n'), cyrillic, 'имя')).toEqual([5.5])
    expect(numbers('имя\n5.5\n', cyrillic, 'имя')).toEqual([5.5])
  })
})

describe('expectedFormat', () => {
  it('is nothing for a file like most', () => {
    const table = read('x,y\n1.5,a\n2,b\n')
    expect(expectedFormat(table.format, table.columns)).toBeNull()
  })

  it('names the sheet of a workbook with several', () => {
    const table = read('x,y\n1.5,a\n2,b\n')
    const of = (sheets: readonly string[]) => expectedFormat({ ...table.format, source: 'XLSX', sheet: 'data', sheets }, table.columns)
    expect(of(['data'])).toBeNull()
    expect(of(['notes', 'data'])).toEqual({ encoding: 'utf-8', separator: ',', header: true, columns: [], sheet: 'data' })
  })

  it('names what is written otherwise', () => {
    const table = read('x;d;y\n1,5;31/12/2023;a\n2,5;30/12/2023;b\n')
    expect(expectedFormat(table.format, table.columns)).toEqual({
      encoding: 'utf-8',
      separator: ';',
      header: true,
      columns: [
        ['x', { decimal: ',' }],
        ['d', { decimal: ',', dates: 'day-first' }]
      ]
    })
  })
})

describe('fitsSeparator', () => {
  it('wants the same number of fields in all rows', () => {
    expect(fitsSeparator('a;b\n1;2\n', ';')).toBe(true)
    expect(fitsSeparator('a,b\n1,2\n', ';')).toBe(false)
    expect(fitsSeparator('a;b\n1\n', ';')).toBe(false)
  })
})
