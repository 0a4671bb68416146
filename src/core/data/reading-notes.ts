import type { Details, Note } from '../messages/catalogue'
import { rareForm } from './cell-texts'
import { dateOrders, parseDate } from './dates'
import { parseDuration, type FoundTimes } from './durations'
import { unusableCells } from './columns'
import { encodingName, type Encoding } from './encoding'
import { notesOnFillValues } from './fill-values'
import { listOfNames } from './listing'
import type { FoundNotations, NumberCell } from './notation'
import { parseNumber } from './number'
import { isWrittenOtherwise } from './written-otherwise'
import { otherMark } from './other-mark'
import { hasBlankGroups, hasFullWidth, hasMinusSign, plainForm } from './plain-form'
import { firstPointGroup } from './point-groups'
import type { InvalidByte } from './read-again'
import type { ReadOptions, Separator } from './read-options'
import type { LineEnd } from './records'
import type { RowSample } from './row-sample'
import { showSeparator } from './separator'
import { cellText, type Column } from './table'
import { withoutUnit } from './unit'
import { mostDecimals } from './written-number'

/** Detected parts of the format. */
export interface FoundFormat {
  readonly encoding: Encoding
  readonly invalid: InvalidByte | null
  readonly separator: Separator
}

/** Returns notes on a detected encoding or separator that is not the default one. */
export function notesOnFormat({ encoding, invalid, separator }: FoundFormat, asked: ReadOptions): Note[] {
  const notes: Note[] = []
  if (asked.encoding === undefined && encoding !== 'utf-8') {
    notes.push({ code: 'note.encoding', details: { encoding: encodingName(encoding), ...invalid } })
  }
  if (asked.separator === undefined && separator !== ',') {
    notes.push({ code: 'note.separator', details: { separator: showSeparator(separator) } })
  }
  return notes
}

/** Rows with something that is noted: the first one, and their number. */
interface NotedRows {
  readonly row: number
  readonly count: number
}

/** Returns notes on line ends, on quotes inside fields, and on rows with empty cells beyond the last column. */
export function notesOnRows(rows: {
  readonly lineEnds: ReadonlySet<LineEnd>
  readonly strayQuotes: NotedRows
  readonly longerRows: NotedRows
  readonly shorterRows: NotedRows
}, names: readonly string[]): Note[] {
  const { lineEnds, strayQuotes, longerRows, shorterRows } = rows
  const notes: Note[] = []
  if (lineEnds.size > 1) notes.push({ code: 'note.mixed-line-ends', details: { kinds: [...lineEnds].join(', ') } })
  else if (lineEnds.has('CR')) notes.push({ code: 'note.cr-line-ends', details: {} })
  if (strayQuotes.count > 0) notes.push({ code: 'note.quote-in-field', details: { ...strayQuotes } })
  if (longerRows.count > 0) notes.push({ code: 'note.longer-rows', details: { ...longerRows } })
  if (shorterRows.count > 0) notes.push({ code: 'note.shorter-rows', details: { ...shorterRows, name: names[names.length - 1] } })
  return notes
}

/** Returns a note on a sample, with the number of rows it was drawn from where that is known. */
export function notesOnSample(sample: RowSample | undefined, kept: number, offered: number): Note[] {
  if (sample === undefined || kept < sample.rows) return []
  if (sample.how === 'first') return [{ code: 'note.first-rows', details: { rows: kept } }]
  if (kept === offered) return []
  return [{ code: 'note.random-rows', details: { rows: kept, total: offered, seed: sample.seed ?? 0 } }]
}

/** Returns notes on numbers that are not in the plain notation, or may not be. */
export function notesOnNotations(found: FoundNotations, names: readonly string[], lines: Int32Array): Note[] {
  const { columns, areMixed, evidence, ambiguous } = found
  const notes: Note[] = []
  const place = (cell: NumberCell) => ({ row: lines[cell.row], column: cell.column + 1, name: names[cell.column], value: cell.value })
  for (const decimal of [',', '.'] as const) {
    const cells = evidence.filter(({ column }) => columns[column].decimal === decimal)
    if (cells.length === 0) continue
    const [first] = cells
    const which: Details = areMixed ? { names: listOfNames(cells.map(({ column }) => names[column])) } : {}
    const code = decimal === ',' ? 'note.decimal-comma' : 'note.thousands'
    notes.push({ code, details: { ...place(first), meaning: parseNumber(first.value, columns[first.column]), ...which } })
  }
  if (ambiguous) {
    notes.push({ code: 'note.ambiguous-thousands', details: { ...place(ambiguous), ...meaningsOf(ambiguous.value), unread: ambiguous.count } })
  }
  return notes
}

/** Returns both meanings of a number with one mark before three digits. */
function meaningsOf(value: string) {
  const [whole, decimals] = [true, false].map((grouped) =>
    parseNumber(value, { decimal: value.includes(',') === grouped ? '.' : ',', grouped })
  )
  return { whole, decimals }
}

/** Returns a note on the first column, of those that may, in which points may separate thousands though they are read as decimal marks. */
export function notesOnPointGroups(columns: readonly Column[], lines: Int32Array, those?: ReadonlySet<number>): Note[] {
  for (const [c, column] of columns.entries()) {
    if (those && !those.has(c)) continue
    const row = firstPointGroup(column)
    if (row < 0) continue
    const value = cellText(column, row)
    const place = { row: lines[row], column: c + 1, name: column.name, value }
    return [{ code: 'note.ambiguous-thousands', details: { ...place, ...meaningsOf(value), reading: column.values[row] } }]
  }
  return []
}

/** Zeros before the digits of an integer, which a number does not keep. */
const leadingZero = /^0+\d+$/

/**
 * Returns notes on percent signs, full-width digits, leading zeros and dates of a column, on a number that may stand for missing values, then
 * on cells that are not finite numbers.
 */
export function notesOnColumn(column: Column, lines: Int32Array): Note[] {
  if (column.kind === 'text') return []
  const noteOn = (code: Note['code'], isMeant: (text: string) => boolean, more: Details = {}): Note[] => {
    const { first, count } = findCells(column, isMeant)
    if (count === 0) return []
    const details = {
      name: column.name,
      count,
      row: lines[first],
      value: cellText(column, first),
      meaning: column.values[first],
      ...more
    }
    return [{ code, details }]
  }
  if (column.times) {
    const asked = notesOnTimes(column, column.times, lines)
    return [...(asked.length > 0 ? asked : noteOn(momentNotes[column.times.as].read, () => true)), ...notesOnUnusable(column, lines)]
  }
  if (column.dates) return [...noteOn('note.dates', () => true), ...notesOnDateOrder(column, lines), ...notesOnUnusable(column, lines)]
  const unit = column.notation?.unit
  return [
    ...(unit === undefined ? [] : noteOn('note.unit', (text) => withoutUnit(text, unit) !== text, { unit })),
    ...noteOn('note.percent', (text) => plainForm(text, unit).isPercent),
    ...noteOn('note.full-width', hasFullWidth),
    ...noteOn('note.minus-sign', hasMinusSign),
    ...noteOn('note.written-otherwise', (text) => isWrittenOtherwise(unit === undefined ? text : withoutUnit(text, unit))),
    ...noteOn('note.blank-groups', (text) => hasBlankGroups(unit === undefined ? text : withoutUnit(text, unit))),
    ...(column.asked === undefined ? noteOn('note.leading-zeros', (text) => leadingZero.test(text)) : []),
    ...notesOnCompactDates(column, lines),
    ...notesOnFillValues(column, lines),
    ...notesOnUnusable(column, lines)
  ]
}

/** The notes on times of day and durations: that they are read, that they may be the other, and that a cell is none. */
const momentNotes = {
  time: { read: 'note.times', maybe: 'note.maybe-times', odd: 'note.not-times' },
  duration: { read: 'note.durations', maybe: 'note.maybe-durations', odd: 'note.not-durations' }
} as const

/** Returns the question whether clock times are times of day or durations. */
function notesOnTimes(column: Column, { as, isDoubtful }: FoundTimes, lines: Int32Array): Note[] {
  if (!isDoubtful) return []
  const row = column.values.findIndex(Number.isFinite)
  const value = cellText(column, row)
  return [{ code: momentNotes[as].maybe, details: { name: column.name, row: lines[row], value, seconds: parseDuration(value) } }]
}

/** Returns the question whether the day or the month comes first, with the first date that would be another day. */
function notesOnDateOrder(column: Column, lines: Int32Array): Note[] {
  if (!column.dates?.isDoubtful) return []
  const daysOf = (text: string) => dateOrders.map((order) => parseDate(text, order))
  const row = column.missing.findIndex((gone, at) => gone === 0 && new Set(daysOf(cellText(column, at))).size > 1)
  const value = cellText(column, row)
  const [day, month] = daysOf(value).map(isoDay)
  return [{ code: 'note.ambiguous-dates', details: { name: column.name, row: lines[row], value, day, month } }]
}

/** Returns the question whether integers such as 20240131, all of which are days of a calendar, are dates. */
function notesOnCompactDates({ name, asked, values, missing }: Column, lines: Int32Array): Note[] {
  const row = missing.indexOf(0)
  if (asked !== undefined || row < 0) return []
  const areDates = values.every((value, at) => missing[at] === 1 || Number.isFinite(parseDate(String(value))))
  if (!areDates || values.every((value, at) => missing[at] === 1 || value === values[row])) return []
  const value = String(values[row])
  return [{ code: 'note.maybe-dates', details: { name, row: lines[row], value, date: isoDay(parseDate(value)) } }]
}

const isoDay = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10)

function notesOnUnusable(column: Column, lines: Int32Array): Note[] {
  const { first, count } = unusableCells(column)
  if (count === 0) return []
  const value = cellText(column, first)
  const details = { name: column.name, count, row: lines[first], value, ...otherMark(column, value) }
  const other = column.dates ? 'note.not-dates' : 'note.not-numbers'
  return [{ code: column.times ? momentNotes[column.times.as].odd : other, details }]
}

/** Finds the finite numbers whose text is not plain and satisfies a predicate: the row of the first, and their number. */
function findCells(column: Column, isMeant: (text: string) => boolean): { first: number; count: number } {
  const { texts, values } = column
  if (texts.kind === 'forms' && texts.isPlain) return { first: -1, count: 0 }
  const byCode = texts.kind === 'codes' ? texts.distinct.map(isMeant) : []
  const byForm = new Map<number, boolean>()
  const holds = (row: number): boolean => {
    if (texts.kind === 'codes') return byCode[texts.codes[row]]
    const form = texts.forms[row]
    if (form <= mostDecimals) return false
    if (form === rareForm) return isMeant(cellText(column, row))
    const known = byForm.get(form) ?? isMeant(cellText(column, row))
    byForm.set(form, known)
    return known
  }
  let first = -1
  let count = 0
  for (let row = 0; row < values.length; row++) {
    if (!holds(row) || !Number.isFinite(values[row])) continue
    if (count === 0) first = row
    count++
  }
  return { first, count }
}
