import { AppError } from '../messages/app-error'
import { concat, CR, endOfLine, endOfLines, LF, textOf } from './byte-lists'
import { isComment } from './comments'
import { NotUtf8 } from './field-texts'
import { firstInvalidByte } from './invalid-byte'
import { areBlank, longestField, refuseHugeRows } from './layout'
import { plainNotation } from './number'
import { ReadAgain, type InvalidByte } from './read-again'
import type { SeparatorMark } from './read-options'
import { placeAtEndOf, readRecords, type CsvRecord, type LineEnd, type Records, type Stretch } from './records'
import { createRowFields, quotedField, textField, type RowFields } from './row-fields'
import type { RowStore } from './row-store'
import { scanRow, type RowShape } from './scan-row'
import { markOf } from './separator'
import type { TableLayout } from './table-layout'

/** Bytes given to the parser at once; more where a row is longer. */
const stretchBytes = 64 * 1024

/** Maximum length of a row in bytes; a longer one most likely has a quote that is closed too late. */
export const longestRow = 16 * 1024 * 1024

/** Maximum number of rows with a wrong number of fields that are remembered. */
const listedRows = 21

const SPACE = 32
const QUOTE = 34

/** Rows with a wrong number of fields: the first one, the lines of some, and their number. */
export interface RaggedRowsFound {
  readonly first: CsvRecord
  readonly lines: number[]
  count: number
}

/**
 * Reads the rows of a file from its UTF-8 bytes, as they arrive, into a store. Simple rows are scanned directly from the bytes; from the
 * first that is not simple, a chunk is left to the parser.
 */
export class ByteRows {
  /** Line ends of the rows, each kind once. */
  readonly lineEnds = new Set<LineEnd>()
  /** The first row with a quote inside an unquoted field, and their number. */
  readonly strayQuotes = { row: 0, count: 0 }
  /** The first row with empty cells beyond the last column, and their number. */
  readonly longerRows = { row: 0, count: 0 }
  /** The first row without the last field, where it may be lacking, and their number. */
  readonly shorterRows = { row: 0, count: 0 }
  ragged: RaggedRowsFound | null = null
  private pending: Uint8Array = new Uint8Array(0)
  private toSkip: number
  private line: number
  private readonly mark: SeparatorMark
  private readonly shape: RowShape
  private readonly fields: RowFields
  private readonly isScanned: boolean

  /** `offset` is the number of bytes before the first one pushed; `mayBeEscaped` tells whether backslashes may yet turn out to escape quotes. */
  constructor(
    private readonly layout: TableLayout,
    private readonly store: RowStore,
    private offset: number,
    private readonly mayBeEscaped = false
  ) {
    const { separator, fields, notations, skipped, leadingLines, escape } = layout
    this.toSkip = skipped
    this.line = leadingLines + 1
    this.mark = markOf(separator)
    // A last field that should be empty has no column.
    const decimals = Uint8Array.from({ length: fields }, (_, c) => (notations[c] ?? plainNotation).decimal.charCodeAt(0))
    this.shape = { columns: fields, separator: this.mark.charCodeAt(0), decimals }
    this.fields = createRowFields(fields)
    this.isScanned = this.shape.separator < 0x80 && this.shape.separator !== SPACE && escape === 'double'
  }

  /** Reads the next bytes. Throws: data, with row and column; ReadAgain. */
  push(bytes: Uint8Array): void {
    const first = this.pending.length === 0 ? 0 : this.bridge(bytes)
    const all = concat(this.pending, bytes.subarray(first))
    const used = this.take(all, endOfLines(all), false)
    this.pending = all.slice(used)
    this.offset += used
    if (this.pending.length > longestRow) throw new AppError('data.row-too-long', { row: this.line })
  }

  /**
   * Reads the pending bytes together with these up to their first line end, so that the rest need not be copied.
   * Returns how many of the bytes were used; those that could not be read stay pending.
   */
  private bridge(bytes: Uint8Array): number {
    const end = bytes.subarray(0, bytes.length - 1).indexOf(LF) + 1
    if (end === 0) return 0
    const joint = concat(this.pending, bytes.subarray(0, end))
    const used = this.take(joint, joint.length, false)
    this.pending = joint.slice(used)
    this.offset += used
    return end
  }

  /** Reads the remaining bytes at the end of the file. Throws: as push. */
  end(): void {
    const last = this.pending.at(-1)
    if (last === undefined) return
    const isEnded = last === LF || last === CR
    const all = isEnded ? this.pending : concat(this.pending, Uint8Array.of(LF))
    this.take(all, all.length, true, isEnded ? 0 : 1)
  }

  /** Reads the rows before an offset; `added` bytes were appended at the end. Returns the number of bytes used. */
  private take(bytes: Uint8Array, limit: number, isLast: boolean, added = 0): number {
    let at = 0
    while (at < limit && !this.store.isFull) {
      if (this.isScanned && this.toSkip === 0) at = this.scan(bytes, at, limit, added)
      if (at >= limit || this.store.isFull) break
      const used = this.parse(bytes, at, isLast, added)
      if (used === 0) break
      at += used
    }
    return at
  }

  /** Scans simple rows up to the first that is not simple. */
  private scan(bytes: Uint8Array, start: number, limit: number, added: number): number {
    const { shape, fields, store } = this
    const { comment } = this.layout
    const mark = Array.from(comment ?? '', (sign) => sign.charCodeAt(0))
    const hasLastField = this.layout.fields > this.layout.names.length
    let at = start
    try {
      while (at < limit && !store.isFull) {
        const isComment = mark.length > 0 && mark.every((sign, i) => bytes[at + i] === sign)
        const isBlank = isComment || bytes[at] === LF || bytes[at] === CR
        const end = isComment ? endOfLine(bytes, at) : isBlank ? at : scanRow(bytes, at, shape, fields)
        if (end < 0 || (!isBlank && this.isDoubtful(bytes, at, end, hasLastField))) return at
        const width = bytes[end] === CR && end + 1 < bytes.length && bytes[end + 1] === LF ? 2 : 1
        if (!isBlank) {
          store.addFields(bytes, fields, this.line)
          if (end + added < bytes.length) this.lineEnds.add(width === 2 ? 'CRLF' : bytes[end] === LF ? 'LF' : 'CR')
        }
        this.line++
        at = end + width
      }
    } catch (error) {
      if (!(error instanceof NotUtf8)) throw error
      this.refuse(bytes, at, at + firstInvalidByte(bytes.subarray(at, limit)))
    }
    return at
  }

  /** Whether a row may be blank, is too long, or has content in a last field that should be empty. */
  private isDoubtful(bytes: Uint8Array, at: number, end: number, hasLastField: boolean): boolean {
    const { starts, ends, forms } = this.fields
    const last = forms.length - 1
    if (hasLastField && (forms[last] < quotedField || ends[last] > starts[last])) return true
    const isOneField = last === 0 && forms[0] === textField && bytes[at] !== QUOTE
    return (isOneField && (bytes[at] <= SPACE || bytes[at] >= 0x80)) || end - at > longestField
  }

  /** Leaves rows to the parser. Returns the number of bytes used; 0 when the first row continues after these bytes. */
  private parse(bytes: Uint8Array, at: number, isLast: boolean, added: number): number {
    for (let size = stretchBytes; ; size *= 2) {
      const isAll = at + size >= bytes.length
      const isEnd = isAll && isLast
      const end = isEnd ? bytes.length - added : at + endOfLines(bytes.subarray(at, Math.min(at + size, bytes.length)))
      const used = this.parseStretch(bytes, at, end, isEnd)
      if (used > 0 || isAll) return used
    }
  }

  private parseStretch(bytes: Uint8Array, at: number, end: number, isEnd: boolean): number {
    const text = textOf(bytes.subarray(at, end))
    if (text !== null) {
      const used = this.accept(text, isEnd, end - at)
      return isEnd && used === end - at ? bytes.length - at : used
    }
    const invalid = at + firstInvalidByte(bytes.subarray(at, end))
    const before = bytes.subarray(at, at + endOfLines(bytes.subarray(at, invalid)))
    const used = this.accept(textOf(before) ?? '', false, before.length)
    return used > 0 ? used : this.refuse(bytes, at, invalid)
  }

  /** Parses the rows of a text that is `length` bytes long; returns the number of bytes used. */
  private accept(text: string, isLast: boolean, length: number): number {
    const { firstCells, escape, comment } = this.layout
    const stretch = { line: this.line, isLast, header: this.toSkip > 0 ? undefined : firstCells, rows: this.toSkip || undefined, escape }
    const { records, lineEnds, strayQuotes, used, nextLine } = this.read(text, stretch)
    refuseHugeRows(records)
    for (const kind of lineEnds) this.lineEnds.add(kind)
    if (strayQuotes.length > 0) {
      this.strayQuotes.row ||= strayQuotes[0]
      this.strayQuotes.count += strayQuotes.length
    }
    this.line = nextLine
    for (const record of records) {
      if (comment !== null && isComment(record, comment)) continue
      if (this.toSkip > 0) this.toSkip--
      else this.addRecord(record)
    }
    return text.length === length ? used : new TextEncoder().encode(text.slice(0, used)).length
  }

  /** Splits a text into rows. Throws: data; ReadAgain, where quotes do not fit together and may be escaped by backslashes. */
  private read(text: string, stretch: Stretch): Records {
    try {
      return readRecords(text, this.mark, stretch)
    } catch (error) {
      if (this.mayBeEscaped && text.includes('\\"')) throw new ReadAgain({ escape: 'backslash' })
      throw error
    }
  }

  private addRecord(record: CsvRecord): void {
    const { fields, names, hasShorterHeader, mayLackLast } = this.layout
    const { cells, line } = record
    const hasLastField = fields > names.length
    if (cells.length > names.length && (hasLastField || hasShorterHeader) && !areBlank(cells.slice(names.length))) {
      throw new ReadAgain({ hasLastColumn: true })
    }
    if (cells.length === fields || cells.length === names.length) this.store.addCells(cells, line)
    else if (mayLackLast && cells.length === names.length - 1) this.addShorter(record)
    else if (cells.length > names.length && areBlank(cells.slice(names.length))) this.addLonger(record)
    else this.addRagged(record)
  }

  /** Adds a row with empty cells beyond the last column. */
  private addLonger({ cells, line }: CsvRecord): void {
    this.longerRows.row ||= line
    this.longerRows.count++
    this.store.addCells(cells, line)
  }

  /** Adds a row without the last field, which is empty. */
  private addShorter({ cells, line }: CsvRecord): void {
    this.shorterRows.row ||= line
    this.shorterRows.count++
    this.store.addCells([...cells, ''], line)
  }

  private addRagged(record: CsvRecord): void {
    this.ragged ??= { first: record, lines: [], count: 0 }
    this.ragged.count++
    if (this.ragged.lines.length < listedRows) this.ragged.lines.push(record.line)
  }

  private refuse(bytes: Uint8Array, at: number, invalid: number): never {
    const { row, column } = placeAtEndOf(textOf(bytes.subarray(at, invalid)) ?? '', this.mark)
    const place: InvalidByte = { byte: this.offset + invalid + 1, row: this.line + row - 1, column }
    throw new ReadAgain({ invalid: place })
  }
}
