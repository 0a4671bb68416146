import { AppError } from '../messages/app-error'
import type { Note } from '../messages/catalogue'
import type { CooperativeTask } from '../tasks/task'
import { endOfLines, textOf } from './byte-lists'
import { BlankRuns } from './blank-runs'
import { ByteRows, longestRow } from './byte-rows'
import { columnOf } from './create-column'
import { markedEncoding, unmarkedUtf16, type Encoding } from './encoding'
import { EncodingSurvey } from './encoding-survey'
import { GrowingBytes } from './growing-bytes'
import { firstInvalidByte } from './invalid-byte'
import { formatOfColumn, notationExpected } from './expected-format'
import { lengthOfLines } from './leading-lines'
import { listOf, listOfNames } from './listing'
import { missingTest, missingTokens } from './missing'
import { findNotations, type FoundNotations } from './notation'
import { isSameNotation } from './number'
import { refuseArchives } from './other-kinds'
import { ReadAgain, type InvalidByte, type Learnt } from './read-again'
import type { ReadFormat, ReadOptions } from './read-options'
import { cellReadings } from './reading'
import { notesOnColumn, notesOnFormat, notesOnNotations, notesOnPointGroups, notesOnRows, notesOnSample } from './reading-notes'
import { placeAtEndOf } from './records'
import type { RowSample } from './row-sample'
import { RowStore } from './row-store'
import { findSeparator, markOf } from './separator'
import type { Column, Table } from './table'
import { findLayout, type TableLayout } from './table-layout'
import { notesOnTexts } from './text-notes'
import { TextStream } from './text-stream'
import { notesOnTotals, totalsAtEnd } from './totals'

/** Bytes of a file that are examined before its first row is read. */
const headBytes = 256 * 1024

/** Memory is reserved for somewhat more rows than estimated from the first ones. */
const reserve = 1.05

export interface TableReaderOptions extends ReadOptions {
  /** A sample of the rows; all unless given. */
  readonly sample?: RowSample
  /** Approximate length of the file in bytes; where given, memory for all of its rows is reserved at once. */
  readonly expectedBytes?: number
  /** The columns, from 0, whose points may separate thousands, known once all was read; any may unless given. */
  readonly pointGroups?: ReadonlySet<number>
}

/** A layout and the rows read with it. */
interface Reading {
  readonly layout: TableLayout
  readonly store: RowStore
  readonly rows: ByteRows
  /** Replaces runs of blanks, where these separate the cells. */
  readonly blanks: BlankRuns | null
}

/**
 * Reads a table from the bytes of a file as they arrive, in pieces of any size. Options that are not given are detected from the first
 * part; where the rest of the file contradicts it, a `ReadAgain` is thrown, with which to start again.
 */
export class TableReader {
  private readonly survey: EncodingSurvey | null
  private stream: TextStream | null = null
  private reading: Reading | null = null
  /** The first bytes, until there are enough: as in the file, then in UTF-8. */
  private readonly head = new GrowingBytes()
  private headSize = headBytes

  constructor(
    private readonly options: TableReaderOptions = {},
    private readonly learnt: Learnt = {}
  ) {
    const { invalid, encoding } = learnt
    if (invalid && options.encoding !== undefined) throw new AppError('data.not-utf8', { ...invalid })
    this.survey = invalid && encoding === undefined ? new EncodingSurvey() : null
  }

  /** Number of rows read so far, whether kept or not. */
  get rows(): number {
    return this.reading?.store.offered ?? 0
  }

  /** Whether no further bytes are needed, since a sample is complete. */
  get isDone(): boolean {
    return this.reading?.store.isFull ?? false
  }

  /** Approximate size of the table so far, in bytes. */
  get bytes(): number {
    return this.reading?.store.bytes ?? 0
  }

  /** Size of its texts, in bytes. */
  get textBytes(): number {
    return this.reading?.store.textBytes ?? 0
  }

  /** Reads the next bytes of the file. Throws: data, with row and column; ReadAgain. */
  push(bytes: Uint8Array): void {
    if (this.survey) {
      this.survey.push(bytes)
    } else if (this.stream) {
      this.take(this.stream.push(bytes))
    } else {
      this.head.push(bytes)
      if (this.head.length >= this.headSize) this.open()
    }
  }

  /**
   * Returns the table, when all bytes were pushed.
   * Throws: as push.
   */
  *finish(): CooperativeTask<Table> {
    if (this.survey) this.endSurvey(this.survey)
    if (!this.stream) this.open()
    const left = this.stream?.end()
    if (left) this.take(left)
    if (!this.reading) this.begin(true)
    if (!this.reading) throw new AppError('data.empty-file')
    const { layout, store, rows } = this.reading
    if (!store.isFull) rows.end()
    const notesOnRagged = this.refuseRagged(this.reading)
    const all = store.takeLines()
    // Rows of a sample are no end of a table.
    const totals = this.options.sample ? null : totalsAtEnd(store.columns, all.length)
    const omitsTotals = this.options.omit?.includes('totals') ?? false
    const lines = totals && omitsTotals ? all.slice(0, all.length - totals.count) : all
    yield lines.length
    const found = this.findNotations(this.reading)
    const { kinds = {}, missing = missingTokens, dates, spellings } = this.options
    const columns: Column[] = []
    for (const [c, name] of layout.names.entries()) {
      yield lines.length
      const kind = Object.hasOwn(kinds, name) ? kinds[name] : layout.hasRowNames && c === 0 ? 'identifier' : undefined
      columns.push(columnOf(name, store.columns[c], lines.length, { notation: layout.notations[c], missing, kind, dates, expectedDates: formatOfColumn(this.options.expected, name).dates, spellings }))
    }
    const notes: Note[] = [
      ...notesOnFormat({ ...this.encodingFound(), separator: layout.separator }, this.options),
      ...notesOnSample(this.options.sample, lines.length, store.offered),
      ...layout.notes,
      ...notesOnRagged,
      ...notesOnRows(rows, layout.names),
      ...notesOnTotals(totals, all, omitsTotals),
      ...notesOnNotations(found, layout.names, all),
      ...notesOnPointGroups(columns, lines, this.options.pointGroups),
      ...(spellings === 'merge' ? [{ code: 'note.merged-spellings', details: {} } as const] : [])
    ]
    for (const [c, column] of columns.entries()) {
      yield lines.length
      notes.push(...notesOnColumn(column, lines))
      // A number with a doubtful mark has its note already.
      if (found.ambiguous?.column !== c) notes.push(...notesOnTexts(column, layout.notations[c], lines, spellings))
    }
    return { columns, rows: lines.length, lines, format: this.formatFound(layout, found), notes }
  }

  /** Detects the encoding from the first bytes. */
  private open(): void {
    const bytes = this.head.take()
    const start = bytes.subarray(0, headBytes)
    refuseArchives(start)
    const { learnt, options } = this
    const encoding = learnt.encoding ?? options.encoding ?? markedEncoding(start) ?? unmarkedUtf16(start) ?? 'utf-8'
    this.stream = new TextStream(encoding)
    this.take(this.stream.push(bytes))
  }

  private take(text: Uint8Array): void {
    if (this.reading) {
      const { rows, blanks } = this.reading
      rows.push(blanks ? blanks.push(text) : text)
      return
    }
    this.head.push(text)
    while (!this.reading && this.head.length >= this.headSize) this.begin(false)
  }

  /** Detects the layout, unless more of the file is needed for it, and reads the rows so far. */
  private begin(isWhole: boolean): void {
    const head = this.head.bytes()
    const marks = countMarks(head)
    const bytes = head.subarray(marks)
    const start = isWhole ? bytes : bytes.subarray(0, endOfLines(bytes.subarray(0, this.headSize)))
    const text = textOf(start)
    if (text === null) throw new ReadAgain({ invalid: placeOfInvalidByte(start, marks) })
    const layout = findLayout(text, isWhole, this.options, this.learnt)
    if (layout === null) {
      if (this.headSize > longestRow) throw new AppError('data.row-too-long', { row: 1 })
      this.headSize *= 2
      return
    }
    const { missing, sample, expectedBytes = head.length } = this.options
    const expectedRows = Math.ceil(((reserve * expectedBytes) / start.length) * layout.rowsSeen)
    const store = new RowStore(layout.kinds, cellReadings(layout.notations, missing), sample, expectedRows)
    const leading = lengthOfLines(bytes, layout.leadingLines)
    const mayBeEscaped = this.options.escape === undefined && this.learnt.escape === undefined
    const rows = new ByteRows(layout, store, marks + leading, mayBeEscaped)
    this.reading = { layout, store, rows, blanks: layout.separator === 'blanks' ? new BlankRuns() : null }
    this.head.take()
    this.take(bytes.subarray(leading))
  }

  private endSurvey(survey: EncodingSurvey): never {
    const found = survey.end()
    // What the earlier file was written in is more likely than what bytes suggest.
    const encoding = found === null ? null : (legacyEncoding(this.options.expected?.encoding) ?? found)
    if (encoding === null) throw new AppError('data.not-utf8', { ...this.learnt.invalid })
    throw new ReadAgain({ encoding })
  }

  /** Returns notes on dropped rows with too few or too many fields. Throws: data, when they must not be dropped, or no row is left. */
  private refuseRagged({ layout, store, rows: { ragged } }: Reading): Note[] {
    if (ragged === null) {
      if (store.rows > 0) return []
      throw layout.hasHeader ? new AppError('data.header-only', { row: layout.firstLine }) : new AppError('data.empty-file')
    }
    const { first, lines, count } = ragged
    const details = {
      row: first.line,
      actual: first.cells.length,
      expected: layout.names.length,
      missing: listOfNames(layout.names.slice(first.cells.length)),
      rows: listOf(lines),
      others: count > 1 ? listOf(lines) : '',
      count
    }
    if (store.rows === 0) throw new AppError('data.no-row-fits', details)
    if (this.options.ragged !== 'drop') throw areFew(count, store.rows) ? new AppError('data.ragged-row', details) : new AppError('data.few-rows-fit', { ...details, total: count + store.rows })
    return [{ code: 'note.ragged-rows', details }]
  }

  /** Detects the notation of each column from all rows. Throws: ReadAgain, when it is not that found in the beginning. */
  private findNotations({ layout, store }: Reading): FoundNotations {
    const { decimal, missing = missingTokens } = this.options
    const { rows } = store
    const sources = store.columns.map((cells) => ({ isPlain: () => cells.isPlain(), groups: () => cells.groups(rows) }))
    const found = findNotations(sources, {
      decimal,
      isAbsent: missingTest(missing),
      expected: layout.names.map((name) => notationExpected(this.options.expected, name))
    })
    const isAsGuessed = found.columns.every((notation, c) => isSameNotation(notation, layout.notations[c]))
    if (!isAsGuessed && this.learnt.notations === undefined) throw new ReadAgain({ notations: found.columns })
    return found
  }

  private encodingFound(): { encoding: Encoding; invalid: InvalidByte | null } {
    return { encoding: this.stream?.encoding ?? 'utf-8', invalid: this.learnt.invalid ?? null }
  }

  private formatFound({ separator, hasHeader }: TableLayout, { common }: FoundNotations): ReadFormat {
    const { ragged = 'cancel', missing = missingTokens, kinds = {}, dates, spellings, escape, skip, omit } = this.options
    return {
      encoding: this.encodingFound().encoding,
      separator,
      ...common,
      header: hasHeader,
      ragged,
      missing,
      kinds,
      ...(dates ? { dates } : {}),
      ...(spellings ? { spellings } : {}),
      ...(escape ? { escape } : {}),
      ...(skip ? { skip } : {}),
      ...(omit ? { omit } : {})
    }
  }
}

/** Whether so few rows do not fit that they may be dropped: at most three, or 5 %. */
function areFew(ragged: number, fitting: number): boolean {
  return ragged <= Math.max(3, 0.05 * (ragged + fitting))
}

/** Returns an encoding whose bytes are neither UTF-8 nor UTF-16. */
function legacyEncoding(expected: Encoding | undefined): Encoding | undefined {
  return expected?.startsWith('utf-') ? undefined : expected
}

/** Counts the bytes of byte order marks at the beginning. */
function countMarks(bytes: Uint8Array): number {
  let at = 0
  while (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3
  return at
}

function placeOfInvalidByte(bytes: Uint8Array, before: number): InvalidByte {
  const offset = firstInvalidByte(bytes)
  const text = textOf(bytes.subarray(0, offset)) ?? ''
  return { byte: before + offset + 1, ...placeAtEndOf(text, markOf(findSeparator(text))) }
}
