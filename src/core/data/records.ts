import Papa from 'papaparse'
import { AppError } from '../messages/app-error'
import type { Separator } from './read-options'

/** One row of cells, and the physical line on which it begins. */
export interface CsvRecord {
  readonly cells: readonly string[]
  readonly line: number
}

/** How much of an unexpected text an error message quotes. */
const shownCharacters = 40

/** How lines end. */
export type LineEnd = 'LF' | 'CRLF' | 'CR'

export interface Records {
  /** The rows in order, blank lines left out. */
  readonly records: readonly CsvRecord[]
  /** How the rows end (not the lines inside quotes), each kind once. */
  readonly lineEnds: ReadonlySet<LineEnd>
  /** Lines of rows that hold a quote inside a field that is not quoted; such a quote is kept as it is. */
  readonly strayQuotes: readonly number[]
  /** How many characters the rows took, and the line after them. */
  readonly used: number
  readonly nextLine: number
}

/** Which part of a file a text is. */
export interface Stretch {
  /** The line on which it begins; the first one unless given. */
  readonly line?: number
  /** False where more of the file follows; the text then ends with a line end, and a row that goes on behind it is left out. */
  readonly isLast?: boolean
  /** The cells of the file's first row, where that is not in the text. */
  readonly header?: readonly string[]
  /** After so many rows it ends; after the last one unless given. */
  readonly rows?: number
}

/**
 * Splits separated text into rows of cells; quotes by RFC 4180, lines ending in LF, CRLF, CR or a mixture, and
 * line ends inside quotes kept as they are.
 * Throws: data, for a quote that is never closed, or text after a closing quote.
 */
export function readRecords(source: string, separator: Separator = ',', stretch: Stretch = {}): Records {
  const { isLast = true, header, rows = Infinity } = stretch
  const { text, restore, unmark, lineEndOf } = markLineEnds(source)
  const records: CsvRecord[] = []
  const lineEnds = new Set<LineEnd>()
  const strayQuotes: number[] = []
  let start = 0
  let line = stretch.line ?? 1
  // Without a line end after the last row, white space after its last closing quote would not be understood as such.
  parse(text.endsWith('\n') ? text : `${text}\n`, separator, (cells, end, error, stop) => {
    if (error !== null) {
      if (error.code === 'MissingQuotes' && !isLast && end >= text.length) return
      refuseQuote(text, separator, error.index, records[0]?.cells ?? header ?? [], stretch.line ?? 1)
    }
    const raw = text.slice(start, end)
    start = end
    if (!isBlank(raw, separator)) {
      if (end <= text.length) lineEnds.add(lineEndOf(raw))
      if (cells.some((cell) => cell.includes('"')) && withoutQuotedFields(raw, separator).includes('"')) strayQuotes.push(line)
      records.push({ cells: cells.map(restore), line })
      if (records.length === rows) stop()
    }
    line += countLineFeeds(raw)
  })
  const used = start >= text.length ? source.length : source.length - unmark(text.slice(start)).length
  return { records, lineEnds, strayQuotes, used, nextLine: line }
}

/**
 * The cells of the rows in the first so many characters, blank lines and bad quotes aside; a row that is cut off there is
 * left out.
 */
export function readHead(source: string, separator: Separator, characters: number): (readonly string[])[] {
  const isWhole = source.length <= characters
  const { text, restore } = markLineEnds(isWhole ? source : source.slice(0, characters))
  const rows: (readonly string[])[] = []
  let start = 0
  parse(text, separator, (cells, end) => {
    if ((isWhole || end < text.length) && !isBlank(text.slice(start, end), separator)) rows.push(cells.map(restore))
    start = end
  })
  return rows
}

/** The row and column (both from 1) in which a piece of text from a file's beginning ends. */
export function placeAtEndOf(source: string, separator: Separator = ','): { row: number; column: number } {
  const { text } = markLineEnds(source)
  let column = 1
  // The added character makes sure that there is a last row, and keeps it from being taken for an end.
  parse(`${text}.`, separator, (cells) => {
    column = cells.length
  })
  return { row: 1 + countLineFeeds(text), column }
}

/**
 * The parser, called in one way only: `step` gets a row's cells, where it ends, and its first bad quote.
 */
function parse(
  text: string,
  separator: Separator,
  step: (cells: readonly string[], end: number, error: BadQuote | null, stop: () => void) => void
): void {
  Papa.parse(text, {
    delimiter: separator,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      const [error] = errors
      step(data, meta.cursor, error?.index === undefined ? null : { code: error.code, index: error.index }, () => parser.abort())
    }
  })
}

interface BadQuote {
  readonly code: string
  /** Where the content of its field begins. */
  readonly index: number
}

interface MarkedText {
  readonly text: string
  readonly restore: (cell: string) => string
  /** The source's characters of a part of the text. */
  readonly unmark: (part: string) => string
  readonly lineEndOf: (row: string) => LineEnd
}

/**
 * The parser knows one line end a file. So every CR becomes part of a LF line end with white space before it that tells
 * which kind it was: white space, because that is allowed between a closing quote and the line end; longer than any
 * such run in the text, hence unmistakable.
 */
function markLineEnds(source: string): MarkedText {
  if (!source.includes('\r')) return { text: source, restore: (cell) => cell, unmark: (part) => part, lineEndOf: () => 'LF' }
  const crlf = longerRun(source, '\u2028')
  const cr = longerRun(source, '\u2029')
  const inside = new RegExp(`(${crlf}|${cr})\n`, 'g')
  const unmark = (part: string) => part.replace(inside, (_, mark: string) => (mark === cr ? '\r' : '\r\n'))
  return {
    text: source.replace(/\r\n?/g, (end) => (end === '\r' ? cr : crlf) + '\n'),
    restore: (cell) => {
      const whole = cell.includes('\n') ? unmark(cell) : cell
      return whole.endsWith(crlf) ? whole.slice(0, -crlf.length) : whole.endsWith(cr) ? whole.slice(0, -cr.length) : whole
    },
    unmark,
    lineEndOf: (row) => (row.endsWith(`${crlf}\n`) ? 'CRLF' : row.endsWith(`${cr}\n`) ? 'CR' : 'LF')
  }
}

function longerRun(source: string, character: string): string {
  const runs = source.match(new RegExp(`${character}+`, 'g')) ?? []
  return character.repeat(1 + runs.reduce((longest, run) => Math.max(longest, run.length), 0))
}

/**
 * `index` is where the content of the field with the bad quote begins; `header` are the cells of the first row, if
 * that was read.
 */
function refuseQuote(text: string, separator: Separator, index: number, header: readonly string[], line: number): never {
  const within = placeAtEndOf(text.slice(0, index - 1), separator)
  const opened = { ...within, row: within.row + line - 1 }
  const place = { ...opened, name: (header[opened.column - 1] ?? '').trim() }
  const closing = closingQuote(text, index)
  if (closing < 0) throw new AppError('data.quote-not-closed', place)
  const after = text.slice(closing + 1).trimStart()
  const value = after.split(new RegExp(`[${escaped(separator)}\n"]`), 1)[0].trim().slice(0, shownCharacters)
  const row = opened.row + countLineFeeds(text.slice(index, closing))
  const details = { ...place, row, value }
  throw new AppError('data.text-after-quote', row > opened.row ? { ...details, opened: opened.row } : details)
}

/**
 * Where the quoted field whose content begins at `start` is closed: the first quote that is not doubled; −1 when there
 * is none.
 */
function closingQuote(text: string, start: number): number {
  let quote = text.indexOf('"', start)
  while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2)
  return quote
}

/** The text of a row without its quoted fields. */
function withoutQuotedFields(row: string, separator: Separator): string {
  const mark = escaped(separator)
  return row.replace(new RegExp(`(^|${mark})"[^"]*(?:""[^"]*)*"\\s*(?=${mark}|$)`, 'g'), '$1')
}

function escaped(separator: Separator): string {
  return separator === '|' ? '\\|' : separator
}

/** Tabs are white space, but between cells they make a row, even where all of its cells are empty. */
function isBlank(row: string, separator: Separator): boolean {
  return row.trim() === '' && !(separator === '\t' && row.includes('\t'))
}

function countLineFeeds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
