import { withTabs } from './blank-runs'
import { AppError } from '../messages/app-error'
import type { Note } from '../messages/catalogue'
import { fitsSeparator, notationExpected } from './expected-format'
import { findHeader, looksLikeData } from './find-header'
import { namesWithoutHeader, readHeader } from './header'
import { headerInComment, isComment, notesOnComments } from './comments'
import { dropEmptyNames, dropPreamble, dropTrailingColumn, haveRowNames, lackLast, refuseHugeRows, withRowNames, type Arranged } from './layout'
import { findLeadingLines, type CommentMark } from './leading-lines'
import { listOfNames } from './listing'
import { noteOnLog } from './log-lines'
import { missingTest, missingTokens } from './missing'
import { findNotations, notationSource } from './notation'
import { parseCell, type Notation } from './number'
import type { ColumnKind, EscapeChoice, ExpectedFormat, ReadOptions, Separator } from './read-options'
import { readRecords, type CsvRecord, type Stretch } from './records'
import { dropRowsAbove } from './rows-above'
import { findSeparator, markOf } from './separator'
import { findTop } from './table-top'

/** Rows from which the kinds of columns are guessed. */
const guessedRows = 1000

/** Findings of an earlier reading of the file that determine its layout. */
export interface Known {
  /** The notation of each column's numbers. */
  readonly notations?: readonly Notation[]
  /** The writing of quotes inside quotes. */
  readonly escape?: EscapeChoice
  /** True where a last column without a name is not empty in all rows, or not present in all. */
  readonly hasLastColumn?: boolean
}

/** Layout of a file, detected from its beginning. */
export interface TableLayout {
  readonly separator: Separator
  readonly escape: EscapeChoice
  /** Number of lines before the rows. */
  readonly leadingLines: number
  /** The beginning of rows that are comments; null where none are. */
  readonly comment: CommentMark | null
  /** Whether the first column has the names of the rows, and no name of its own in the file. */
  readonly hasRowNames: boolean
  /** Whether empty cells at the end of the header were dropped. */
  readonly hasShorterHeader: boolean
  readonly hasHeader: boolean
  readonly names: readonly string[]
  /** The line and the cells of the first row of the table, its header where it has one. */
  readonly firstLine: number
  readonly firstCells: readonly string[]
  /** Number of rows in the beginning. */
  readonly rowsSeen: number
  /** Number of rows before those of data. */
  readonly skipped: number
  /** Whether rows may lack the last of their fields, since nearly all do. */
  readonly mayLackLast: boolean
  /** Number of fields of a row: one more than names where each ends with a separator. */
  readonly fields: number
  /** The notation of each column's numbers. */
  readonly notations: readonly Notation[]
  /** Storage of each column while it is read. */
  readonly kinds: readonly ('number' | 'text')[]
  /** Notes on rows above the table, separators at the ends of rows, and the header. */
  readonly notes: readonly Note[]
}

/**
 * Detects the layout from the beginning of a file; null where that is too short and more of the file follows.
 * Throws: data.
 */
export function findLayout(text: string, isWhole: boolean, options: ReadOptions, known: Known): TableLayout | null {
  if (!/\S/.test(text)) {
    if (isWhole) throw new AppError('data.empty-file')
    return null
  }
  const lines = findLeadingLines(text, options)
  const rest = text.slice(lines.length)
  const separator = options.separator ?? lines.separator ?? separatorOf(rest, options.expected)
  const stretch = { isLast: isWhole, line: lines.count + 1 }
  const { records: read, escape } = recordsIn(separator === 'blanks' ? withTabs(rest) : rest, separator, stretch, options.escape ?? known.escape)
  refuseHugeRows(read)
  const { comment } = lines
  const rows = comment === null ? read : read.filter((record) => !isComment(record, comment))
  const below = tableBelow(rows, options)
  const commented = options.header === undefined ? headerInComment(text, lines, separator, below.records) : null
  const records = commented ? [commented, ...below.records] : below.records
  const trimmed = known.hasLastColumn ? { records, notes: [] } : dropTrailingColumn(records, separator)
  if (trimmed.records.length === 0 && isWhole) throw new AppError('data.empty-file')
  if (trimmed.records.length === 0 || (trimmed.records.length === 1 && !isWhole)) return null
  const hasRowNames = options.header !== false && haveRowNames(trimmed.records)
  const [first, ...others] = hasRowNames ? withRowNames(trimmed.records) : known.hasLastColumn ? trimmed.records : dropEmptyNames(trimmed.records)
  const log = noteOnLog([first, ...others])
  const asked = hasRowNames || commented ? true : (options.header ?? (log ? false : undefined))
  const { hasHeader, names, notes } = headerOf(first, others, asked, options.expected)
  const mayLackLast = hasHeader && lackLast([first, ...others])
  const units = hasHeader && !commented && isUnits([first, ...others], options) ? others[0] : null
  const body = units ? others.slice(1) : others
  const sample = (hasHeader ? body : [first, ...others]).slice(0, guessedRows).filter(({ cells }) => cells.length === names.length || (mayLackLast && cells.length === names.length - 1))
  const columns = names.map((_, c) => sample.map(({ cells }) => cells[c] ?? ''))
  const notations = known.notations ?? notationsOf(names, columns, options)
  return {
    separator,
    escape,
    leadingLines: lines.count,
    comment,
    hasRowNames,
    hasShorterHeader: first.cells.length < trimmed.records[0].cells.length,
    hasHeader,
    names,
    rowsSeen: read.length,
    firstLine: first.line,
    firstCells: first.cells,
    skipped: rows.length - below.records.length + (hasHeader && !commented ? 1 : 0) + (units ? 1 : 0),
    mayLackLast,
    fields: trimmed.notes.length > 0 ? names.length + 1 : names.length,
    notations,
    kinds: names.map((name, c) => (hasRowNames && c === 0 ? 'text' : guessKind(columns[c], notations[c], options, name))),
    notes: [
      ...notesOnComments(lines, commented !== null),
      ...below.notes,
      ...trimmed.notes,
      ...(escape === 'backslash' && options.escape === undefined ? [{ code: 'note.backslash-quotes', details: {} } as const] : []),
      ...(hasRowNames ? [{ code: 'note.row-names', details: { row: first.line, name: names[0] } } as const] : []),
      ...(log ? [log] : []),
      ...notes,
      ...(units ? [{ code: 'note.units-row', details: { row: units.line, units: listOfNames(units.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')), skip: units.line - 1 } } as const] : [])
    ]
  }
}

/** Removes the rows above the table. Throws: data, where they must not be dropped. */
function tableBelow(rows: readonly CsvRecord[], { ragged = 'cancel', header, missing = missingTokens }: ReadOptions): Arranged {
  const below = dropPreamble(rows, ragged)
  return below.notes.length > 0 || header === false ? below : dropRowsAbove(rows, ragged, missingTest(missing))
}

/** Whether the second row has the units of the columns that the first one names. */
function isUnits(records: readonly CsvRecord[], { missing = missingTokens }: ReadOptions): boolean {
  const top = findTop(records, missingTest(missing))
  return top !== null && top.names === 0 && top.hasUnits
}

/** Splits a text into rows; where quotes do not fit together, and there are backslashes before quotes, these are taken as escapes. */
function recordsIn(text: string, separator: Separator, stretch: Stretch, asked: EscapeChoice | undefined) {
  const read = (escape: EscapeChoice) => ({ ...readRecords(text, markOf(separator), { ...stretch, escape }), escape })
  try {
    return read(asked ?? 'double')
  } catch (error) {
    if (asked !== undefined || !text.includes('\\"')) throw error
    return read('backslash')
  }
}

interface FoundHeader {
  readonly hasHeader: boolean
  readonly names: readonly string[]
  readonly notes: readonly Note[]
}

function headerOf(
  first: CsvRecord,
  others: readonly CsvRecord[],
  asked: boolean | undefined,
  expected: ExpectedFormat | undefined
): FoundHeader {
  const row = first.line
  // A single row of a file like one without a header is data, not names.
  const isExpected = expected?.header === false && !hasNames(first.cells) ? false : undefined
  if (asked ?? isExpected ?? findHeader([first, ...others].map(({ cells }) => cells))) {
    if (others.length === 0) throw new AppError('data.header-only', { row })
    const { names, notes } = readHeader(first.cells)
    const isDoubtful = asked === undefined && looksLikeData(first.cells)
    const doubts: Note[] = isDoubtful ? [{ code: 'note.numeric-header', details: { row } }] : []
    return { hasHeader: true, names, notes: [...notes, ...doubts] }
  }
  const notes: Note[] = asked === undefined ? [{ code: 'note.no-header', details: { row } }] : []
  return { hasHeader: false, names: namesWithoutHeader(first.cells.length), notes }
}

/** Whether a row names columns as they are called without a header. */
function hasNames(cells: readonly string[]): boolean {
  return cells.every((cell, c) => cell.trim() === namesWithoutHeader(cells.length)[c])
}

function separatorOf(text: string, expected: ExpectedFormat | undefined): Separator {
  return expected && fitsSeparator(text, expected.separator) ? expected.separator : findSeparator(text)
}

function notationsOf(
  names: readonly string[],
  columns: readonly (readonly string[])[],
  { decimal, missing = missingTokens, expected }: ReadOptions
): readonly Notation[] {
  const known = { decimal, isAbsent: missingTest(missing), expected: names.map((name) => notationExpected(expected, name)) }
  return findNotations(columns.map(notationSource), known).columns
}

/** Decides by the requested type, else by half of the cells that are not missing. */
function guessKind(
  cells: readonly string[],
  notation: Notation,
  { kinds = {}, missing = missingTokens }: ReadOptions,
  name: string
): 'number' | 'text' {
  const asked: ColumnKind | undefined = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  if (asked !== undefined) return asked === 'number' || asked === 'integer' ? 'number' : 'text'
  const isAbsent = missingTest(missing)
  const filled = cells.map((cell) => cell.trim()).filter((cell) => !isAbsent(cell))
  const numbers = filled.filter((cell) => !Number.isNaN(parseCell(cell, notation))).length
  return 2 * numbers >= filled.length ? 'number' : 'text'
}
