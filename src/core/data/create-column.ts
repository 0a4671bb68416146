import { commonForms, textAt, type CellTexts, type CodedTexts } from './cell-texts'
import { findDates, parseDate, type FoundDates } from './dates'
import { findTimes, parseDuration, type FoundTimes } from './durations'
import { areLongIntegers, isInteger, isLongInteger } from './long-integers'
import { NumberCells } from './number-cells'
import { isSameNotation, parseCell, plainNotation } from './number'
import { pieceRows } from './pieces'
import { cellReading, type Reading } from './reading'
import type { Column } from './table'
import { commonSpellings } from './spellings'
import { inOrder, TextCells } from './text-cells'

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
  if (texts.isPlain && !cells.hasLarge && rows > 0 && (isWanted || reading.kind === undefined)) return { name, kind: 'number', missing, values, texts }
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
  const areNumbers = isWanted || (reading.kind === undefined && isNumeric(counts))
  if (areNumbers && (isWanted || !(cells.hasLarge && hasLongIntegers(texts, values)))) return { name, kind: 'number', missing, values, texts }
  const distinct = new TextCells()
  const codes = Int32Array.from(forms, (_, row) => distinct.codeOf(textAt(texts, values, row)))
  return fromTexts(name, { kind: 'codes', codes, distinct: distinct.distinct }, reading)
}

/** Whether numbers are all integers, and some so long that they cannot be held exactly. */
function hasLongIntegers(texts: CellTexts, values: Float64Array): boolean {
  const isLong = values.some((value, row) => !(Math.abs(value) <= Number.MAX_SAFE_INTEGER) && isLongInteger(textAt(texts, values, row)))
  return isLong && values.every((value, row) => !Number.isFinite(value) || isInteger(textAt(texts, values, row)))
}

function fromTexts(name: string, texts: CodedTexts, reading: Reading): Column {
  const { notation, isMissing: isAbsent } = cellReading(reading)
  const rows = rowsOfTexts(texts)
  const isGone = texts.distinct.map(isAbsent)
  const present = texts.distinct.flatMap((text, code) => (isGone[code] || rows[code] === 0 ? [] : [{ text, rows: rows[code] }]))
  const found = contentOf(present, reading, (text) => parseCell(text, notation))
  const kept = found === null && reading.spellings === 'merge' ? merged(texts, present) : texts
  const { codes, distinct } = kept
  const isCodeMissing = distinct.map(isAbsent)
  const missing = new Uint8Array(codes.length)
  for (let row = 0; row < codes.length; row++) if (isCodeMissing[codes[row]]) missing[row] = 1
  if (found === null) return { name, kind: 'text', missing, values: new Float64Array(0), texts: kept }
  const numbers = Float64Array.from(distinct, (text, code) => (isCodeMissing[code] ? NaN : found.read(text)))
  const values = Float64Array.from(codes, (code) => numbers[code])
  const { dates, times } = found
  return { name, kind: 'number', missing, values, texts, ...(dates ? { dates } : {}), ...(times ? { times } : {}) }
}

function rowsOfTexts({ codes, distinct }: CodedTexts): Int32Array {
  const rows = new Int32Array(distinct.length)
  for (let row = 0; row < codes.length; row++) rows[codes[row]]++
  return rows
}

/** A text that is not missing, and the number of its rows. */
interface PresentText {
  readonly text: string
  readonly rows: number
}

/** Replaces texts that differ in spelling alone by the most frequent of them. */
function merged({ codes, distinct }: CodedTexts, present: readonly PresentText[]): CodedTexts {
  const spellings = commonSpellings(
    present.map(({ text }) => text),
    present.map(({ rows }) => rows)
  )
  const places = new Map(distinct.map((text, code) => [text, code]))
  const codeOf = Int32Array.from(distinct, (text, code) => places.get(spellings.get(text) ?? text) ?? code)
  return inOrder(
    codes.map((code) => codeOf[code]),
    distinct
  )
}

/** The parser of a column's texts, and its dates or times where it has such. */
interface Content {
  readonly read: (text: string) => number
  readonly dates?: FoundDates
  readonly times?: FoundTimes
}

/** Returns the parser of a column's texts; null when they are not numbers. */
function contentOf(
  present: readonly PresentText[],
  { kind, dates: order, expectedDates }: Reading,
  parse: (text: string) => number
): Content | null {
  if (kind === 'number' || kind === 'integer') return { read: parse }
  if (kind === 'duration') return { read: parseDuration, times: { as: 'duration', isDoubtful: false } }
  if (kind !== undefined && kind !== 'date') return null
  const counts = { present: 0, numeric: 0, finite: 0 }
  for (const { text, rows } of present) {
    const value = parse(text)
    counts.present += rows
    if (value === value) counts.numeric += rows
    if (Number.isFinite(value)) counts.finite += rows
  }
  if (kind === undefined && isNumeric(counts)) {
    const finite = present.filter(({ text }) => Number.isFinite(parse(text))).map(({ text }) => text)
    return areLongIntegers(finite) ? null : { read: parse }
  }
  const texts = present.map(({ text }) => text)
  const rows = present.map((one) => one.rows)
  const found = findTimes(texts, rows)
  if (kind === undefined && found?.as === 'duration') return { read: parseDuration, times: found }
  const dates = findDates(texts, rows, order, expectedDates)
  const read = (text: string) => parseDate(text, dates?.order ?? order ?? expectedDates)
  // A date within the first day of 1970 is a time of day, as 6:00 AM is.
  const areTimes = found !== null || texts.every((text) => Number.isNaN(read(text)) || Math.floor(read(text)) === 0)
  const times: Pick<Content, 'times'> = areTimes ? { times: { as: 'time', isDoubtful: kind === undefined && (found?.isDoubtful ?? false) } } : {}
  if (kind === 'date') return { read, dates: dates ?? { order: order ?? expectedDates ?? 'day-first', isDoubtful: false }, ...times }
  return dates && { read, dates, ...times }
}

function isNumeric({ present, numeric, finite }: { present: number; numeric: number; finite: number }): boolean {
  return finite > 0 && numeric >= numericPart * present
}
