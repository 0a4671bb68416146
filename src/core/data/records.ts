import Papa from 'papaparse'
import { AppError } from '../messages/app-error'
import type { EscapeChoice, SeparatorMark } from './read-options'

/** One row of cells, with the physical line on which it begins. */
export interface CsvRecord {
  readonly cells: readonly string[]
  readonly line: number
}

/** Maximum number of characters of an unexpected text that an error message quotes. */
const shownCharacters = 40

/** Kinds of line ends. */
export type LineEnd = 'LF' | 'CRLF' | 'CR'

export interface Records {
  /** The rows in order, without blank lines. */
  readonly records: readonly CsvRecord[]
  /** Line ends of the rows (not of lines inside quotes), each kind once. */
  readonly lineEnds: ReadonlySet<LineEnd>
  /** Lines of rows with a quote inside an unquoted field; such a quote is kept as is. */
  readonly strayQuotes: readonly number[]
  /** Number of characters of the rows, and the line after them. */
  readonly used: number
  readonly nextLine: number
}

/** Position of a text within its file. */
export interface Stretch {
  /** The line on which it begins; the first one unless given. */
  readonly line?: number
  /** False where more of the file follows; the text then ends with a line end, and a row that continues after it is omitted. */
  readonly isLast?: boolean
  /** The cells of the file's first row, where that is not in the text. */
  readonly header?: readonly string[]
  /** Maximum number of rows to read; all unless given. */
  readonly rows?: number
  /** Writing of a quote inside quotes; doubled unless given. */
  readonly escape?: EscapeChoice
}

/**
 * Splits separated text into rows of cells; quotes by RFC 4180, lines ending in LF, CRLF, CR or a mixture, and
 * line ends inside quotes kept as they are.
 * Throws: data, for a quote that is never closed, or text after a closing quote.
 */
export function readRecords(source: string, separator: SeparatorMark = ',', stretch: Stretch = {}): Records {
  const { isLast = true, header, rows = Infinity, escape } = stretch
  const { text, restore, unmark, lineEndOf } = markLineEnds(source)
  const records: CsvRecord[] = []
  const lineEnds = new Set<LineEnd>()
  const strayQuotes: number[] = []
  let start = 0
  let line = stretch.line ?? 1
  // Without a line end after the last row, white space after its last closing quote would not be recognized as such.
  parse(text.endsWith('\n') ? text : `${text}\n`, separator, (cells, end, error, stop) => {
    if (error !== null) {
      if (error.code === 'MissingQuotes' && !isLast && end >= text.length) return
      refuseQuote(text, separator, error.index, records[0]?.cells ?? header ?? [], stretch.line ?? 1)
    }
    const raw = text.slice(start, end)
    start = end
    if (!isBlank(raw, separator)) {
      if (end <= text.length) lineEnds.add(lineEndOf(raw))
      if (escape !== 'backslash' && cells.some((cell) => cell.includes('"')) && withoutQuotedFields(raw, separator).includes('"')) strayQuotes.push(line)
      records.push({ cells: cells.map(restore), line })
      if (records.length === rows) stop()
    }
    line += countLineFeeds(raw)
  }, escape)
  const used = start >= text.length ? source.length : source.length - unmark(text.slice(start)).length
  return { records, lineEnds, strayQuotes, used, nextLine: line }
}

/**
 * Returns the cells of the rows in the first `characters` characters, ignoring blank lines and bad quotes; a row that is cut off there
 * is omitted.
 */
export function readHead(source: string, separator: SeparatorMark, characters: number): (readonly string[])[] {
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

/** Returns the row and column (both from 1) in which a text from the beginning of a file ends. */
export function placeAtEndOf(source: string, separator: SeparatorMark = ','): { row: number; column: number } {
  const { text } = markLineEnds(source)
  let column = 1
  // The added character ensures that there is a last row, and that it is not taken as the end.
  parse(`${text}.`, separator, (cells) => {
    column = cells.length
  })
  return { row: 1 + countLineFeeds(text), column }
}

/**
 * Calls the parser: `step` gets a row's cells, the offset of its end, and its first bad quote.
 */
function parse(
  text: string,
  separator: SeparatorMark,
  step: (cells: readonly string[], end: number, error: BadQuote | null, stop: () => void) => void,
  escape: EscapeChoice = 'double'
): void {
  Papa.parse(text, {
    delimiter: separator,
    escapeChar: escape === 'backslash' ? '\\' : '"',
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      const [error] = errors
      step(data, meta.cursor, error?.index === undefined ? null : { code: error.code, index: error.index }, () => parser.abort())
    }
  })
}

interface BadQuote {
  readonly code: string
  /** Offset of the content of its field. */
  readonly index: number
}

interface MarkedText {
  readonly text: string
  readonly restore: (cell: string) => string
  /** Restores the source characters of a part of the text. */
  readonly unmark: (part: string) => string
  readonly lineEndOf: (row: string) => LineEnd
}

/**
 * Marks line ends, since the parser supports only one kind in a file: every CR becomes part of an LF line end preceded by white space
 * that encodes its kind. White space, because it is allowed between a closing quote and the line end; longer than any such run in the
 * text, hence unambiguous.
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
 * Refuses a bad quote. `index` is the offset of the content of its field; `header` are the cells of the first row, if that was read.
 */
function refuseQuote(text: string, separator: SeparatorMark, index: number, header: readonly string[], line: number): never {
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
 * Returns the offset of the closing quote of the field whose content begins at `start`: the first quote that is not doubled; −1 when
 * there is none.
 */
function closingQuote(text: string, start: number): number {
  let quote = text.indexOf('"', start)
  while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2)
  return quote
}

/** Removes the quoted fields from the text of a row. */
function withoutQuotedFields(row: string, separator: SeparatorMark): string {
  const mark = escaped(separator)
  return row.replace(new RegExp(`(^|${mark})"[^"]*(?:""[^"]*)*"\\s*(?=${mark}|$)`, 'g'), '$1')
}

function escaped(separator: SeparatorMark): string {
  return separator === '|' ? '\\|' : separator
}

/** Whether a row is blank. Tabs are white space, but as separators they make a row, even where all of its cells are empty. */
function isBlank(row: string, separator: SeparatorMark): boolean {
  return row.trim() === '' && !(separator === '\t' && row.includes('\t'))
}

function countLineFeeds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
