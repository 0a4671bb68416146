import { LabError } from '../errors'
import type { Note } from '../texts'
import { createColumn, unusableCells } from './columns'
import { decodeText } from './decode'
import { readHeader } from './header'
import { listOf, listOfNames } from './listing'
import { parseNumber } from './number'
import { placeAtEndOf, readRecords, type CsvRecord, type Records } from './records'
import type { Column, Table } from './table'

/** Separators that are not the comma, with how a message shows them. */
const otherSeparators: readonly (readonly [character: string, shown: string])[] = [
  [';', ';'],
  ['\t', 'Tab'],
  ['|', '|'],
  ['，', '，'],
  ['；', '；']
]

/**
 * A table from the bytes of a CSV file: UTF-8, comma, the first row that is not blank being the header.
 * Cells of a number column that are no numbers are only noted here; they become an error when the column is used.
 * Throws: data, with row and column.
 */
export function readCsv(bytes: Uint8Array): Table {
  const text = decodeText(bytes)
  refuseOtherSeparators(text)
  const read = readRecords(text)
  const [first, ...body] = read.records
  if (!first) throw new LabError('data.empty-file')
  if (body.length === 0) throw new LabError('data.header-only', { row: first.line })
  const header = readHeader(first.cells)
  refuseRaggedRows(header.names, body)
  const columns = header.names.map((name, i) => createColumn(name, body.map(({ cells }) => cells[i])))
  const lines = Int32Array.from(body, ({ line }) => line)
  const notes = [
    ...header.notes,
    ...notesOnHeader(first),
    ...notesOnText(read),
    ...columns.flatMap((column) => notesOnCells(column, lines))
  ]
  return { columns, rows: body.length, lines, notes }
}

function refuseOtherSeparators(text: string): void {
  const start = Math.max(text.search(/\S/), 0)
  const head = headOf(text, start).replace(/"[^"]*"/g, '')
  if (head.includes(',')) return
  const counts = otherSeparators.map(([character, separator]) => ({
    separator,
    count: head.split(character).length - 1
  }))
  const { separator, count } = counts.reduce((best, other) => (other.count > best.count ? other : best))
  if (count === 0) return
  throw new LabError('data.separator', { row: placeAtEndOf(text.slice(0, start)).row, separator, count })
}

/** The first row from `start` on, its line end left out; line ends inside quotes do not end it. */
function headOf(text: string, start: number): string {
  const row = /(?:[^"\r\n]+|"[^"]*")*/y
  row.lastIndex = start
  return row.exec(text)?.[0] ?? ''
}

function refuseRaggedRows(names: readonly string[], body: readonly CsvRecord[]): void {
  const ragged = body.filter(({ cells }) => cells.length !== names.length)
  const [first] = ragged
  if (!first) return
  throw new LabError('data.ragged-row', {
    row: first.line,
    actual: first.cells.length,
    expected: names.length,
    missing: listOfNames(names.slice(first.cells.length)),
    rows: listOf(ragged.map(({ line }) => line)),
    count: ragged.length
  })
}

function notesOnHeader({ cells, line }: CsvRecord): Note[] {
  const looksLikeData = cells.every((cell) => !Number.isNaN(parseNumber(cell.trim())))
  return looksLikeData ? [{ code: 'note.numeric-header', details: { row: line } }] : []
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

function notesOnCells(column: Column, lines: Int32Array): Note[] {
  if (column.kind === 'text') return []
  const { first, count } = unusableCells(column)
  if (count === 0) return []
  const details = { name: column.name, count, row: lines[first], value: column.cells[first].trim() }
  return [{ code: 'note.not-numbers', details }]
}
