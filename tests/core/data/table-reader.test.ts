import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError, ReadAgain, readCsv, TableReader, type Learnt, type Table, type TableReaderOptions } from '#core'
import { createColumn } from '../../../src/core/data/create-column'
import { readRecords } from '../../../src/core/data/records'
import { cellsOf, sampleBytes, tableOf } from '../../support/tables'

const encode = (text: string) => new TextEncoder().encode(text)

/** A table from bytes that come in pieces, cut at offsets. */
function readPieces(bytes: Uint8Array, cuts: readonly number[], options: TableReaderOptions = {}): Table {
  const ends = [...cuts, bytes.length]
  for (let learnt: Learnt = {}; ; ) {
    try {
      const reader = new TableReader(options, learnt)
      ends.forEach((end, i) => reader.push(bytes.subarray(ends[i - 1] ?? 0, end)))
      const steps = reader.finish()
      for (;;) {
        const step = steps.next()
        if (step.done) return step.value
      }
    } catch (error) {
      if (!(error instanceof ReadAgain)) throw error
      learnt = { ...learnt, ...error.learnt }
    }
  }
}

const cutsOf = (bytes: Uint8Array, size: number) => Array.from({ length: Math.floor((bytes.length - 1) / size) }, (_, i) => (i + 1) * size)

/** All that is seen of a table, or the code and details of its refusal. */
function seen(read: () => Table): unknown {
  try {
    const { columns, ...rest } = read()
    return { ...rest, columns: columns.map((column) => ({ ...column, texts: cellsOf(column) })) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { code: error.code, details: error.details }
  }
}

/** More rows than are looked at before the first one is read. */
const long = (row: (i: number) => string) => Array.from({ length: 30_000 }, (_, i) => `${row(i)}\n`).join('')

const files: Record<string, Uint8Array> = {
  'plain numbers': encode('a,b\n1,2.5\n-3,0.25\n'),
  'all kinds of rows': encode('name,x,y\r\nAnn,1,"a, b"\n\n"Bo ""B""",-2.50,"two\r\nlines"\r李, 3 ,\n,NA,😀\r\n'),
  'decimal commas': encode('a;b\n1,5;x\n2;"y"\n'),
  'a mark and no line end': encode('\uFEFFa\tb\n1\t2\n3\t4'),
  'separators at the ends of rows': encode('a,b,\n1,2,\n3,4,\n'),
  'ragged rows': encode('a,b\n1,2\n3\n4,5\n'),
  'a quote not closed': encode('a,b\n1,2\n3,"x\n4,5\n'),
  'text after a quote': encode('a,b\n1,2\n3,"x"y\n4,5\n'),
  'Windows-1252': Uint8Array.from('name,x\nAndr\xe9,1\n', (character) => character.charCodeAt(0)),
  'damaged UTF-8': Uint8Array.of(...encode('姓名,x\n李,'), 0xff, ...encode('\n')),
  'UTF-16': Uint8Array.from([...'\xff\xfe', ...[...'a,b\n1,2\n'].flatMap((character) => [character, '\0'])], (character) => character.charCodeAt(0))
}

describe('a file that comes in pieces', () => {
  it.each(Object.keys(files))('gives the same, cut at whatever offset or into pieces of 1, 2, 3, 7 bytes: %s', (name) => {
    const bytes = files[name]
    const whole = seen(() => readCsv(bytes))
    for (let at = 0; at <= bytes.length; at++) expect(seen(() => readPieces(bytes, [at]))).toEqual(whole)
    for (const size of [1, 2, 3, 7]) expect(seen(() => readPieces(bytes, cutsOf(bytes, size)))).toEqual(whole)
  })

  it.each([
    ['numbers', `a,b\n${long((i) => `${i},${(i / 8).toFixed(3)}`)}`],
    ['numbers, and then quotes, decimal commas and a ragged row', `a;b\n${long((i) => `${i};x`)}"1,5";"two\nlines"\n3\n`],
    ['separators at the ends of all rows but the last', `a,b\n${long((i) => `${i},2,`)}1,2\n`],
    ['separators at the ends of all rows', `a,b\n${long((i) => `${i},2,`)}`],
    ['a quote in each row', `a,b\r\n${long((i) => `${i},"a ""${i % 7}""\r\n"\r`)}`]
  ])('gives the same in pieces of 64 K, and whole: %s', (_, text) => {
    const bytes = encode(text)
    expect(seen(() => readPieces(bytes, cutsOf(bytes, 65_536)))).toEqual(seen(() => readCsv(bytes)))
    expect(seen(() => readPieces(bytes, cutsOf(bytes, 65_536), { ragged: 'drop' }))).toEqual(seen(() => readCsv(bytes, { ragged: 'drop' })))
  })
})

describe('a table that was written', () => {
  const piece = fc.constantFrom('a', '1', '.5', '中', '😀', '"', '""', ',', '\n', '\r', '\r\n', ' ', '\u2028', ';', '-')
  const content = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''))
  const rows = fc.integer({ min: 2, max: 4 }).chain((columns) => fc.array(fc.array(content, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }))
  const write = (cell: string) => (/[,\r\n]|^\s*"|^\s*$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

  it('gives back its cells and lines, wherever it is cut', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n', '\r'), fc.nat(), fc.nat(), (cells, end, one, two) => {
        const names = cells[0].map((_, i) => `n${i}`)
        const lines = [names, ...cells].map((row) => row.map(write).join(','))
        const bytes = encode(lines.join(end))
        const cuts = [one % (bytes.length + 1), two % (bytes.length + 1)].sort((a, b) => a - b)
        const table = readPieces(bytes, cuts, { separator: ',', header: true })
        expect(table.columns.map(cellsOf)).toEqual(names.map((_, c) => cells.map((row) => row[c].trim())))
        const starts = cells.map((_, row) => 1 + lines.slice(0, row + 1).join('').split(/\r\n|\r|\n/).length - 1 + row + 1)
        expect([...table.lines]).toEqual(starts)
      }),
      { numRuns: 1000 }
    )
  })
})

describe('rows that are read from the bytes', () => {
  const cell = fc.oneof(
    fc.double({ noDefaultInfinity: true, noNaN: true }).map(String),
    fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(8)).map(([x, decimals]) => (x / 1000).toFixed(decimals)),
    fc.constantFrom('', ' ', '-', '-0', '00', '5.', '.5', '+1', '1e5', '1.5E-05', '123456789012345678', '0.1234567890123456', 'NA', 'a', 'é', '\u00a0', '"q"', '"1.5"', '""', ' 7 '),
    fc.string({ unit: fc.constantFrom('1', '-', '.', ' ', '"', 'a', '中'), maxLength: 4 }).map((text) => (text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text))
  )
  const table = fc.integer({ min: 1, max: 4 }).chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }))

  it('are the same as those the parser reads', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), fc.constantFrom(',' as const, ';' as const, '|' as const), (rows, end, separator) => {
        const names = rows[0].map((_, i) => `n${i}`)
        const text = [names, ...rows].map((row) => row.join(separator)).join(end)
        const asked = { separator, header: true, decimal: '.' as const }
        const [, ...records] = readRecords(text, separator).records
        fc.pre(records.length > 0)
        const { columns, lines } = readCsv(encode(text), asked)
        const cells = names.map((_, c) => records.map((record) => record.cells[c].trim()))
        expect(columns.map(cellsOf)).toEqual(cells)
        expect([...lines]).toEqual(records.map(({ line }) => line))
        const expected = cells.map((column, c) => createColumn(names[c], column, { notation: columns[c].notation }))
        expect(columns.map(({ kind, missing, values }) => ({ kind, missing, values }))).toEqual(
          expected.map(({ kind, missing, values }) => ({ kind, missing, values }))
        )
      }),
      { numRuns: 3000 }
    )
  })
})

describe('a sample', () => {
  const bytes = encode(`n,city\n${long((i) => `${i},"c${i % 3}"`)}`)
  const numbers = (options: TableReaderOptions) => [...readPieces(bytes, cutsOf(bytes, 65_536), options).columns[0].values]

  it('is of the first rows, and says so', () => {
    expect(numbers({ sample: { rows: 3, how: 'first' } })).toEqual([0, 1, 2])
    expect(readPieces(bytes, [], { sample: { rows: 3, how: 'first' } }).notes).toEqual([{ code: 'note.first-rows', details: { rows: 3 } }])
  })

  it('is drawn at random by its seed, keeps the order of the file and says so', () => {
    const sample = { rows: 500, how: 'random' as const, seed: 7 }
    const drawn = numbers({ sample })
    expect(drawn).toHaveLength(500)
    expect(drawn).toEqual([...drawn].sort((a, b) => a - b))
    expect(numbers({ sample })).toEqual(drawn)
    expect(numbers({ sample: { ...sample, seed: 8 } })).not.toEqual(drawn)
    // The mean of 500 of 0 … 29999 has a deviation of 387: five of them.
    expect(Math.abs(drawn.reduce((sum, n) => sum + n, 0) / 500 - 15_000)).toBeLessThan(5 * 387)
    const table = readPieces(bytes, [], { sample })
    expect([...table.lines]).toEqual(drawn.map((n) => n + 2))
    expect(cellsOf(table.columns[1])).toEqual(drawn.map((n) => `c${n % 3}`))
    expect(table.notes).toEqual([{ code: 'note.random-rows', details: { rows: 500, total: 30_000, seed: 7 } }])
  })

  it('of more rows than there are is the file, and says nothing', () => {
    expect(seen(() => readPieces(bytes, [], { sample: { rows: 50_000, how: 'random' } }))).toEqual(seen(() => readCsv(bytes)))
  })

  it('needs no more bytes when its first rows are there', () => {
    const reader = new TableReader({ sample: { rows: 3, how: 'first' } })
    reader.push(bytes.subarray(0, 300_000))
    expect([reader.isDone, reader.rows]).toEqual([true, 3])
  })
})

describe('the shipped data', () => {
  it('are the same from pieces of 7 bytes', () => {
    const bytes = sampleBytes('penguins')
    expect(seen(() => readPieces(bytes, cutsOf(bytes, 7)))).toEqual(seen(() => readCsv(bytes)))
    expect(tableOf(new TextDecoder().decode(bytes)).rows).toBe(344)
  })
})
