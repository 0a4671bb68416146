import { commonForms, textAt, type CodedTexts } from './cell-texts'
import { parseDate } from './dates'
import { NumberCells } from './number-cells'
import { isSameNotation, parseCell, plainNotation } from './number'
import { pieceRows } from './pieces'
import { cellReading, type Reading } from './reading'
import type { Column } from './table'
import { TextCells } from './text-cells'

/** A column is numeric when at least this fraction of its cells that are not missing are numbers. */
const numericPart = 0.9

/** Creates a column from its cells; its kind is detected unless it is given. */
export function createColumn(name: string, cells: readonly string[], reading: Reading = {}): Column {
  const kept = new NumberCells(cellReading(reading), cells.length)
  for (let row = 0; row < cells.length; row++) {
    if (row % pieceRows === 0) kept.grow(row / pieceRows, Math.min(pieceRows, cells.length - row))
    kept.set(row, cells[row].trim())
  }
  return columnOf(name, kept, cells.length, reading)
}

/** Creates a column from the cells stored while it was read. */
export function columnOf(name: string, cells: NumberCells | TextCells, rows: number, reading: Reading): Column {
  const column = cells instanceof NumberCells ? fromNumbers(name, cells, rows, reading) : fromTexts(name, cells.take(rows), reading)
  const { notation = plainNotation, kind } = reading
  return {
    ...column,
    ...(column.kind === 'text' || isSameNotation(notation, plainNotation) ? {} : { notation }),
    ...(kind === undefined ? {} : { asked: kind })
  }
}

function fromNumbers(name: string, cells: NumberCells, rows: number, reading: Reading): Column {
  const { isMissing: isAbsent } = cells.reading
  const isWanted = reading.kind === 'number' || reading.kind === 'integer'
  const { values, texts } = cells.take(rows)
  const { forms, common, rare } = texts
  const missing = new Uint8Array(rows)
  if (texts.isPlain && rows > 0 && (isWanted || reading.kind === undefined)) return { name, kind: 'number', missing, values, texts }
  const isCommonMissing = common.map(isAbsent)
  const counts = { present: 0, numeric: 0, finite: 0 }
  for (let row = 0; row < rows; row++) {
    const form = forms[row]
    if (form >= commonForms) {
      const rank = form - commonForms
      const isGone = rank < common.length ? isCommonMissing[rank] : isAbsent(rare.get(row) ?? '')
      if (isGone) {
        missing[row] = 1
        continue
      }
    }
    counts.present++
    if (values[row] === values[row]) counts.numeric++
    if (Number.isFinite(values[row])) counts.finite++
  }
  if (isWanted || (reading.kind === undefined && isNumeric(counts))) return { name, kind: 'number', missing, values, texts }
  const distinct = new TextCells()
  const codes = Int32Array.from(forms, (_, row) => distinct.codeOf(textAt(texts, values, row)))
  return fromTexts(name, { kind: 'codes', codes, distinct: distinct.distinct }, reading)
}

function fromTexts(name: string, texts: CodedTexts, reading: Reading): Column {
  const { notation, isMissing: isAbsent } = cellReading(reading)
  const { codes, distinct } = texts
  const isCodeMissing = distinct.map(isAbsent)
  const missing = new Uint8Array(codes.length)
  const rows = new Int32Array(distinct.length)
  for (let row = 0; row < codes.length; row++) {
    rows[codes[row]]++
    if (isCodeMissing[codes[row]]) missing[row] = 1
  }
  const read = readerFor(distinct, isCodeMissing, rows, reading, (text) => parseCell(text, notation))
  if (read === null) return { name, kind: 'text', missing, values: new Float64Array(0), texts }
  const numbers = Float64Array.from(distinct, (text, code) => (isCodeMissing[code] ? NaN : read(text)))
  const values = Float64Array.from(codes, (code) => numbers[code])
  return { name, kind: 'number', missing, values, texts }
}

/** Returns the parser of a column's texts; null when they are not numbers. */
function readerFor(
  distinct: readonly string[],
  isCodeMissing: readonly boolean[],
  rows: Int32Array,
  { kind }: Reading,
  parse: (text: string) => number
): ((text: string) => number) | null {
  if (kind === 'date') return parseDate
  if (kind === 'number' || kind === 'integer') return parse
  if (kind !== undefined) return null
  const counts = { present: 0, numeric: 0, finite: 0 }
  let areDates = true
  distinct.forEach((text, code) => {
    if (isCodeMissing[code]) return
    const value = parse(text)
    counts.present += rows[code]
    if (value === value) counts.numeric += rows[code]
    if (Number.isFinite(value)) counts.finite += rows[code]
    areDates &&= Number.isFinite(parseDate(text))
  })
  if (isNumeric(counts)) return parse
  return areDates && counts.present > 0 ? parseDate : null
}

function isNumeric({ present, numeric, finite }: { present: number; numeric: number; finite: number }): boolean {
  return finite > 0 && numeric >= numericPart * present
}
