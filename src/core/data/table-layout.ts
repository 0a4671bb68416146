import { AppError } from '../messages/app-error'
import type { Note } from '../messages/catalogue'
import { findHeader, looksLikeData } from './find-header'
import { namesWithoutHeader, readHeader } from './header'
import { dropPreamble, dropTrailingColumn, refuseHugeRows } from './layout'
import { missingTest, missingTokens } from './missing'
import { findNotations, notationSource } from './notation'
import { parseCell, type Notation } from './number'
import type { ColumnKind, ReadOptions, Separator } from './read-options'
import { readRecords, type CsvRecord } from './records'
import { findSeparator } from './separator'

/** Rows from which the kinds of columns are guessed. */
const guessedRows = 1000

/** Findings of an earlier reading of the file that determine its layout. */
export interface Known {
  /** The notation of each column's numbers. */
  readonly notations?: readonly Notation[]
  /** True where a last column without a name is not empty in all rows, or not present in all. */
  readonly hasLastColumn?: boolean
}

/** Layout of a file, detected from its beginning. */
export interface TableLayout {
  readonly separator: Separator
  readonly hasHeader: boolean
  readonly names: readonly string[]
  /** The line and the cells of the first row of the table, its header where it has one. */
  readonly firstLine: number
  readonly firstCells: readonly string[]
  /** Number of rows in the beginning. */
  readonly rowsSeen: number
  /** Number of rows before those of data. */
  readonly skipped: number
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
  const separator = options.separator ?? findSeparator(text)
  const { records } = readRecords(text, separator, { isLast: isWhole })
  refuseHugeRows(records)
  const below = dropPreamble(records, options.ragged ?? 'cancel')
  const trimmed = known.hasLastColumn ? { records: below.records, notes: [] } : dropTrailingColumn(below.records, separator)
  const [first, ...others] = trimmed.records
  if (!first && isWhole) throw new AppError('data.empty-file')
  if (!first || (others.length === 0 && !isWhole)) return null
  const { hasHeader, names, notes } = headerOf(first, others, options.header)
  const sample = (hasHeader ? others : trimmed.records).slice(0, guessedRows).filter(({ cells }) => cells.length === names.length)
  const columns = names.map((_, c) => sample.map(({ cells }) => cells[c]))
  const notations = known.notations ?? notationsOf(columns, options)
  return {
    separator,
    hasHeader,
    names,
    rowsSeen: records.length,
    firstLine: first.line,
    firstCells: first.cells,
    skipped: records.length - below.records.length + (hasHeader ? 1 : 0),
    fields: trimmed.notes.length > 0 ? names.length + 1 : names.length,
    notations,
    kinds: names.map((name, c) => guessKind(columns[c], notations[c], options, name)),
    notes: [...below.notes, ...trimmed.notes, ...notes]
  }
}

interface FoundHeader {
  readonly hasHeader: boolean
  readonly names: readonly string[]
  readonly notes: readonly Note[]
}

function headerOf(first: CsvRecord, others: readonly CsvRecord[], asked: boolean | undefined): FoundHeader {
  const row = first.line
  if (asked ?? findHeader([first, ...others].map(({ cells }) => cells))) {
    if (others.length === 0) throw new AppError('data.header-only', { row })
    const { names, notes } = readHeader(first.cells)
    const isDoubtful = asked === undefined && looksLikeData(first.cells)
    const doubts: Note[] = isDoubtful ? [{ code: 'note.numeric-header', details: { row } }] : []
    return { hasHeader: true, names, notes: [...notes, ...doubts] }
  }
  const notes: Note[] = asked === undefined ? [{ code: 'note.no-header', details: { row } }] : []
  return { hasHeader: false, names: namesWithoutHeader(first.cells.length), notes }
}

function notationsOf(columns: readonly (readonly string[])[], { decimal, missing = missingTokens }: ReadOptions): readonly Notation[] {
  return findNotations(columns.map(notationSource), { decimal, isAbsent: missingTest(missing) }).columns
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
