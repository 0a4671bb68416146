import { LabError } from '../errors'
import type { Note } from '../texts'
import { unusableCells } from './columns'
import { createColumn } from './create-column'
import { decodeText, type DecodedText } from './decode'
import { findHeader, looksLikeData } from './find-header'
import { namesWithoutHeader, readHeader, type Header } from './header'
import { dropPreamble, dropRaggedRows, dropTrailingColumn, refuseHugeRows } from './layout'
import { findNotation, type FoundNotation } from './notation'
import { hasFullWidth, parseNumber, plainForm, type Notation } from './number'
import type { ReadFormat, ReadOptions, Separator } from './read-options'
import { readRecords, type CsvRecord, type Records } from './records'
import { findSeparator, showSeparator } from './separator'
import { missingTest, missingTokens } from './missing'
import { cellText, type Column, type Table } from './table'

/**
 * A table from the bytes of a CSV file. What the options leave open is found in the file; blank lines do not count.
 * Cells of a number column that are no numbers are only noted here; they become an error when the column is used.
 * Throws: data, with row and column.
 */
export function readCsv(bytes: Uint8Array, options: ReadOptions = {}): Table {
  const decoded = decodeText(bytes, options.encoding)
  const { text, encoding } = decoded
  if (!/\S/.test(text)) throw new LabError('data.empty-file')
  const separator = options.separator ?? findSeparator(text)
  const read = readRecords(text, separator)
  refuseHugeRows(read.records)
  const ragged = options.ragged ?? 'cancel'
  const below = dropPreamble(read.records, ragged)
  const trimmed = dropTrailingColumn(below.records, separator)
  const { header, hasHeader, rest, notes: headerNotes } = splitHeader(trimmed.records, options.header)
  const even = dropRaggedRows(rest, header.names, ragged)
  const body = even.records
  const { kinds = {}, missing = missingTokens } = options
  const isMissing = missingTest(missing)
  const cells = header.names.map((_, i) => body.map((record) => record.cells[i]))
  const found = options.decimal === undefined ? findNotation(cells, isMissing) : asked(options.decimal)
  const columns = header.names.map((name, i) => {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    return createColumn(name, cells[i], { notation: found.notation, missing, kind })
  })
  const lines = Int32Array.from(body, ({ line }) => line)
  const format: ReadFormat = { encoding, separator, ...found.notation, header: hasHeader, ragged, missing, kinds }
  const notes = [
    ...notesOnEncoding(decoded, options),
    ...notesOnSeparator(separator, options),
    ...below.notes,
    ...trimmed.notes,
    ...headerNotes,
    ...even.notes,
    ...notesOnText(read),
    ...notesOnNotation(found, header.names, lines),
    // One look at the whole text spares most files a look at each cell.
    ...(/[%\uFF01-\uFF5E]/.test(text) ? columns.flatMap((column) => notesOnForms(column, lines)) : []),
    ...columns.flatMap((column) => notesOnCells(column, lines))
  ]
  return { columns, rows: body.length, lines, format, notes }
}

interface Split {
  readonly header: Header
  readonly hasHeader: boolean
  readonly rest: readonly CsvRecord[]
  readonly notes: readonly Note[]
}

function splitHeader(records: readonly CsvRecord[], asked: boolean | undefined): Split {
  const [first, ...rest] = records
  if (!first) throw new LabError('data.empty-file')
  const row = first.line
  if (asked ?? findHeader(records.map(({ cells }) => cells))) {
    if (rest.length === 0) throw new LabError('data.header-only', { row })
    const header = readHeader(first.cells)
    const isDoubtful = asked === undefined && looksLikeData(first.cells)
    const doubts: Note[] = isDoubtful ? [{ code: 'note.numeric-header', details: { row } }] : []
    return { header, hasHeader: true, rest, notes: [...header.notes, ...doubts] }
  }
  const header = { names: namesWithoutHeader(first.cells.length), notes: [] }
  const notes: Note[] = asked === undefined ? [{ code: 'note.no-header', details: { row } }] : []
  return { header, hasHeader: false, rest: records, notes }
}

/** A decimal mark that is asked for also answers whether the other one groups thousands. */
function asked(decimal: Notation['decimal']): FoundNotation {
  return { notation: { decimal, grouped: true }, evidence: null, ambiguous: null }
}

function notesOnEncoding({ encoding, invalid }: DecodedText, asked: ReadOptions): Note[] {
  if (asked.encoding !== undefined || encoding === 'utf-8') return []
  return [{ code: 'note.encoding', details: { encoding: encoding.toUpperCase(), ...invalid } }]
}

function notesOnSeparator(separator: Separator, asked: ReadOptions): Note[] {
  if (asked.separator !== undefined || separator === ',') return []
  return [{ code: 'note.separator', details: { separator: showSeparator(separator) } }]
}

function notesOnNotation({ notation, evidence, ambiguous }: FoundNotation, names: readonly string[], lines: Int32Array): Note[] {
  const notes: Note[] = []
  const place = (cell: NonNullable<FoundNotation['evidence']>) => ({
    row: lines[cell.row],
    column: cell.column + 1,
    name: names[cell.column],
    value: cell.value
  })
  if (evidence) {
    const code = notation.decimal === ',' ? 'note.decimal-comma' : 'note.thousands'
    notes.push({ code, details: { ...place(evidence), meaning: parseNumber(evidence.value, notation) } })
  }
  if (ambiguous) {
    const [whole, decimals] = [true, false].map((grouped) => {
      const isComma = ambiguous.value.includes(',')
      return parseNumber(ambiguous.value, { decimal: isComma === grouped ? '.' : ',', grouped })
    })
    notes.push({ code: 'note.ambiguous-thousands', details: { ...place(ambiguous), whole, decimals } })
  }
  return notes
}

function notesOnText({ lineEnds, strayQuotes }: Records): Note[] {
  const notes: Note[] = []
  if (lineEnds.size > 1) notes.push({ code: 'note.mixed-line-ends', details: { kinds: [...lineEnds].join(', ') } })
  else if (lineEnds.has('CR')) notes.push({ code: 'note.cr-line-ends', details: {} })
  if (strayQuotes.length > 0) {
    notes.push({ code: 'note.quote-in-field', details: { row: strayQuotes[0], count: strayQuotes.length } })
  }
  return notes
}

function notesOnForms(column: Column, lines: Int32Array): Note[] {
  const { kind, name, values } = column
  if (kind === 'text') return []
  const told = (code: Note['code'], isMeant: (cell: string) => boolean): Note[] => {
    const rows = Array.from(lines.keys()).filter((row) => Number.isFinite(values[row]) && isMeant(cellText(column, row)))
    const [row] = rows
    if (row === undefined) return []
    return [{ code, details: { name, count: rows.length, row: lines[row], value: cellText(column, row), meaning: values[row] } }]
  }
  return [...told('note.percent', (cell) => plainForm(cell).isPercent), ...told('note.full-width', hasFullWidth)]
}

function notesOnCells(column: Column, lines: Int32Array): Note[] {
  if (column.kind === 'text') return []
  const { first, count } = unusableCells(column)
  if (count === 0) return []
  const details = { name: column.name, count, row: lines[first], value: cellText(column, first) }
  return [{ code: 'note.not-numbers', details }]
}
