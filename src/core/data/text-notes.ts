import type { Note } from '../messages/catalogue'
import type { CodedTexts } from './cell-texts'
import { listOfNames } from './listing'
import { areLongIntegers, isLongInteger } from './long-integers'
import { mayBeValue } from './marks-in-doubt'
import { mayBeNumbers } from './notation'
import { parseCell, type Notation } from './number'
import { shownSpelling, spellingGroups, type SpellingChoice } from './spellings'
import type { Column } from './table'
import { isMultiplier, unitOf } from './unit'
import { areUnreadNumbers, isUnreadNumber } from './unread-numbers'

/** A column of texts is doubtful when at least this fraction of its cells that are not missing are numbers. */
const doubtfulPart = 0.5

/** Fraction of the cells that must have a unit to be noted, and the most units. */
const unitPart = 0.9
const mostUnits = 10

/** With more distinct texts than this a column has no classes or categories. */
const mostCategories = 1000

/**
 * Returns notes on a column of texts: most of which are numbers, or are numbers with units that are not all the same, or in a form that is
 * not read; integers too long for numbers; marks of missing values that may be values; and texts that differ in spelling alone, unless it was chosen what is done with them.
 */
export function notesOnTexts(column: Column, notation: Notation, lines: Int32Array, spellings?: SpellingChoice): Note[] {
  const { kind, texts, missing, asked } = column
  if (kind !== 'text' || texts.kind !== 'codes') return []
  const isGone = new Uint8Array(texts.distinct.length)
  for (let row = 0; row < missing.length; row++) if (missing[row] === 1) isGone[texts.codes[row]] = 1
  const present = texts.distinct.filter((_, code) => isGone[code] === 0)
  const gone = texts.distinct.filter((_, code) => isGone[code] === 1)
  const likeNumbers = asked !== undefined ? [] : mayBeNumbers(present) ? notesOnNumbers(column, texts, notation, lines) : notesOnUnread(column, texts, present, lines)
  return [...likeNumbers, ...notesOnMarks(column, texts, { present, gone }, lines), ...(spellings === undefined ? notesOnSpellings(column.name, present) : [])]
}

/** Returns a note on a mark of missing values that may be one of the column's values. */
function notesOnMarks(
  { name, missing, asked }: Column,
  { codes, distinct }: CodedTexts,
  { present, gone }: { readonly present: readonly string[]; readonly gone: readonly string[] },
  lines: Int32Array
): Note[] {
  const value = asked === undefined && present.length <= mostCategories ? gone.find((mark) => mayBeValue(mark, present)) : undefined
  if (value === undefined) return []
  const code = distinct.indexOf(value)
  const count = codes.reduce((sum, one) => sum + (one === code ? 1 : 0), 0)
  const row = lines[missing.findIndex((_, at) => codes[at] === code)]
  return [{ code: 'note.missing-mark', details: { name, count, row, value, values: listOfNames(present.slice(0, 3)) } }]
}

function notesOnSpellings(name: string, present: readonly string[]): Note[] {
  if (present.length > mostCategories) return []
  const groups = spellingGroups(present)
  return groups.length === 0 ? [] : [{ code: 'note.spellings', details: { name, values: listOfNames(groups.flat().map(shownSpelling)) } }]
}

function notesOnNumbers(column: Column, { codes, distinct }: CodedTexts, notation: Notation, lines: Int32Array): Note[] {
  const { name, missing } = column
  const isNumber = Uint8Array.from(distinct, (text) => (Number.isNaN(parseCell(text, notation)) ? 0 : 1))
  const place = (row: number) => ({ row: lines[row], value: distinct[codes[row]] })
  let [total, count, first] = [0, 0, -1]
  for (let row = 0; row < missing.length; row++) {
    if (missing[row] === 1) continue
    total++
    if (isNumber[codes[row]] === 1) count++
    else if (first < 0) first = row
  }
  if (areLongIntegers(distinct.filter((_, code) => isNumber[code] === 1))) {
    const row = missing.findIndex((gone, at) => gone === 0 && isLongInteger(distinct[codes[at]]))
    return [{ code: 'note.long-integers', details: { name, ...place(row) } }]
  }
  if (first < 0) return []
  if (count >= doubtfulPart * total) return [{ code: 'note.mostly-numbers', details: { name, count, total, ...place(first) } }]
  return [...notesOnUnits(name, distinct), ...notesOnMultiplier(column, distinct, codes, lines)]
}

/** Returns a note on a column of numbers in a form that is not read as one. */
function notesOnUnread({ name, missing }: Column, { codes, distinct }: CodedTexts, present: readonly string[], lines: Int32Array): Note[] {
  if (!areUnreadNumbers(present)) return []
  const isUnread = distinct.map(isUnreadNumber)
  const rows = Array.from(codes.keys()).filter((row) => missing[row] === 0)
  const those = rows.filter((row) => isUnread[codes[row]])
  return [{ code: 'note.unread-numbers', details: { name, count: those.length, total: rows.length, row: lines[those[0]], value: distinct[codes[those[0]]] } }]
}

/** Returns a note on a column of which most cells, but not all, have a unit that multiplies. */
function notesOnMultiplier({ name, missing }: Column, distinct: readonly string[], codes: Int32Array, lines: Int32Array): Note[] {
  const unit = distinct.map(unitOf).find((one) => one !== null && isMultiplier(one))
  if (!unit) return []
  const hasUnit = distinct.map((text) => unitOf(text) === unit)
  const present = Array.from(codes.keys()).filter((row) => missing[row] === 0)
  const count = present.filter((row) => hasUnit[codes[row]]).length
  const first = present.find((row) => !hasUnit[codes[row]])
  if (first === undefined || count < doubtfulPart * present.length) return []
  return [{ code: 'note.partly-multiplied', details: { name, unit, count, total: present.length, row: lines[first], value: distinct[codes[first]] } }]
}

function notesOnUnits(name: string, distinct: readonly string[]): Note[] {
  const units = distinct.flatMap((text) => unitOf(text) ?? [])
  const kinds = [...new Set(units)]
  if (kinds.length < 2 || kinds.length > mostUnits || units.length < Math.max(unitPart * distinct.length, 2 * mostUnits)) return []
  return [{ code: 'note.several-units', details: { name, units: listOfNames(kinds) } }]
}
