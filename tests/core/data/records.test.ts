import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { placeAtEndOf, readRecords } from '../../../src/core/data/records'
import { refusalOf } from '../../support/tables'

const cellsOf = (text: string) => readRecords(text).records.map(({ cells }) => cells)
const linesOf = (text: string) => readRecords(text).records.map(({ line }) => line)
const countLineEnds = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0

interface WrittenCell {
  readonly content: string
  readonly quoted: boolean
}

/** A cell as RFC 4180 writes it; quoted where it must be, and where chance says so. */
function write({ content, quoted }: WrittenCell): string {
  const mustQuote = quoted || /[,\r\n]|^"|^\s*$/.test(content)
  return mustQuote ? `"${content.replaceAll('"', '""')}"` : content
}

const piece = fc.constantFrom(
  'a',
  '1',
  '中',
  '😀',
  '"',
  '""',
  ',',
  '\n',
  '\r',
  '\r\n',
  ' ',
  '\u2028',
  '\u2029\u2029',
  ';',
  '.'
)
const writtenCell = fc.record({
  content: fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  quoted: fc.boolean()
})
const lineEnd = fc.constantFrom('\n', '\r\n', '\r')
const blankLines = fc.constantFrom('', '', '', '\n', '\r\n', ' \t\n\r')

const writtenTable = fc.integer({ min: 1, max: 4 }).chain((columns) =>
  fc.array(
    fc.record({
      blank: blankLines,
      cells: fc.array(writtenCell, { minLength: columns, maxLength: columns }),
      end: lineEnd
    }),
    { minLength: 1, maxLength: 8 }
  )
)

describe('readRecords', () => {
  it('gives back the cells of any table that was written, and the line on which each row begins', () => {
    fc.assert(
      fc.property(writtenTable, fc.boolean(), (rows, endsWithLineEnd) => {
        let text = ''
        const lines: number[] = []
        rows.forEach(({ blank, cells, end }, i) => {
          // A lone CR and a LF that follows it are one line end.
          text += text.endsWith('\r') ? blank.replace(/^\n/, '\r\n') : blank
          lines.push(1 + countLineEnds(text))
          text += cells.map(write).join(',')
          if (endsWithLineEnd || i < rows.length - 1) text += end
        })
        const { records } = readRecords(text)
        expect(records.map(({ cells }) => cells)).toEqual(rows.map(({ cells }) => cells.map(({ content }) => content)))
        expect(records.map(({ line }) => line)).toEqual(lines)
      }),
      { numRuns: 1000 }
    )
  })

  it.each([
    ['LF', 'a,b\n1,2\n\n3,4\n', ['LF']],
    ['CRLF', 'a,b\r\n1,2\r\n\r\n3,4\r\n', ['CRLF']],
    ['CR', 'a,b\r1,2\r\r3,4\r', ['CR']],
    ['mixed', 'a,b\r\n1,2\n\r3,4', ['CRLF', 'LF']]
  ])('counts lines that end in %s, blank ones too', (_, text, kinds) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4']
    ])
    expect(linesOf(text)).toEqual([1, 2, 4])
    expect([...readRecords(text).lineEnds]).toEqual(kinds)
  })

  it('does not count line ends inside quotes among those of the rows', () => {
    const { records, lineEnds } = readRecords('a,b\r\n"1\n2\r3",4\r\n5,6\r\n')
    expect(records.map(({ line }) => line)).toEqual([1, 2, 5])
    expect(records[1].cells).toEqual(['1\n2\r3', '4'])
    expect([...lineEnds]).toEqual(['CRLF'])
  })

  it('takes white space between a closing quote and what ends the field for nothing', () => {
    expect(cellsOf('"a" ,"b"\t\r\n"c","d" ')).toEqual([
      ['a', 'b'],
      ['c', 'd']
    ])
  })

  it('keeps a quote inside a field that is not quoted, and says in which rows there is one', () => {
    const text = 'size,name\n5" pipe,x\n"5"" pipe",y\n 7,"z"\na, "b"\n'
    expect(cellsOf(text).slice(1)).toEqual([
      ['5" pipe', 'x'],
      ['5" pipe', 'y'],
      [' 7', 'z'],
      ['a', ' "b"']
    ])
    expect(readRecords(text).strayQuotes).toEqual([2, 5])
  })

  it('has no trouble with a long quoted field', () => {
    const long = 'x""\n'.repeat(300_000)
    expect(cellsOf(`a\n"${long}"\n`)[1][0]).toHaveLength(900_000)
  })
})

describe('a bad quote', () => {
  it('that is never closed is found where it opens', () => {
    expect(refusalOf(() => readRecords('id,name\r\n1,"a\r\nb"\r\n2,"c\r\n3,d\r\n'))).toMatchObject({
      code: 'data.quote-not-closed',
      details: { row: 4, column: 2 },
      en: 'Row 4, column 2 (`name`): a quote opened here is never closed.',
      zh: '第 4 行第 2 列（`name`）：此处的引号没有闭合。'
    })
  })

  it('in the header is named by its place alone', () => {
    expect(refusalOf(() => readRecords('a,"b\n1,2\n')).en).toBe('Row 1, column 2: a quote opened here is never closed.')
  })

  it('followed by text is found in its row and column, with the text', () => {
    expect(refusalOf(() => readRecords('a,b\n1,2\n3,"4"x5,\n'))).toMatchObject({
      code: 'data.text-after-quote',
      details: { row: 3, column: 2, value: 'x5' },
      en: 'Row 3, column 2 (`b`): unexpected `x5` after the closing quote; write a quote inside a field as "".'
    })
  })

  it("that closes another row's field says where that one opens", () => {
    expect(refusalOf(() => readRecords('a,b\n1,"x\n2,"y"\n'))).toMatchObject({
      code: 'data.text-after-quote',
      details: { row: 3, column: 2, value: 'y', opened: 2 },
      en: 'Row 3, column 2 (`b`): unexpected `y` after the closing quote of the field that opens in row 2; write a quote inside a field as "".'
    })
  })

  it('is found in whatever cell of a table it is put', () => {
    fc.assert(
      fc.property(writtenTable, fc.nat(), fc.nat(), lineEnd, (rows, r, c, end) => {
        const row = r % rows.length
        const column = c % rows[0].cells.length
        const whole = rows.slice(0, row).map(({ cells }) => cells.map(write).join(',') + end)
        const before = [...whole, ...rows[row].cells.slice(0, column).map((cell) => `${write(cell)},`)].join('')
        expect(refusalOf(() => readRecords(`${before}"open`))).toMatchObject({
          code: 'data.quote-not-closed',
          details: { row: 1 + countLineEnds(before), column: column + 1 }
        })
      })
    )
  })
})

describe('placeAtEndOf', () => {
  it.each([
    ['', 1, 1],
    ['a', 1, 1],
    ['a,', 1, 2],
    ['a,b\n', 2, 1],
    ['a,b\r\n"c,\r\n', 3, 1],
    ['"a,b",', 1, 2],
    ['"a"', 1, 1],
    ['a\rb\rc,d', 3, 2]
  ])('finds the end of %j', (text, row, column) => expect(placeAtEndOf(text)).toEqual({ row, column }))
})

interface PapaCase {
  readonly description: string
  readonly input: unknown
  readonly config?: object
  readonly expected: { readonly data: unknown; readonly errors: readonly unknown[] }
}

/** The parser's own cases, which its package carries: those without options and without errors. */
function papaCases(): { description: string; input: string; rows: string[][] }[] {
  const file = createRequire(import.meta.url).resolve('papaparse/tests/test-cases.js')
  const describe = Object.assign(() => null, { skip: () => null })
  const loaded: Record<string, unknown> = { chai: { assert: {} }, describe, Papa }
  runInNewContext(readFileSync(file, 'utf8'), loaded)
  const cases = [loaded['CORE_PARSER_TESTS'], loaded['PARSE_TESTS']].flat() as PapaCase[]
  return cases
    .filter(({ config, input, expected }) => !config && typeof input === 'string' && expected.errors.length === 0)
    .map(({ description, input, expected }) => ({
      description,
      input: String(input),
      rows: expected.data as string[][]
    }))
}

/** Cases on what is decided otherwise here: lines may end in different ways, a BOM goes when bytes become text. */
const decidedOtherwise = ['Mixed slash n and slash r should choose first as precident']

describe("papaparse's own cases", () => {
  const cases = papaCases().filter(({ description }) => !decidedOtherwise.includes(description))

  it('are there', () => expect(cases.length).toBeGreaterThan(30))

  it.each(cases)('$description', ({ input, rows }) => {
    // It counts a blank line as a row of one empty cell, and so does not tell it from a quoted one.
    const filled = (row: readonly string[]) => row.length > 1 || row[0]?.trim() !== ''
    expect(cellsOf(input).filter(filled)).toEqual(rows.filter(filled))
  })
})
