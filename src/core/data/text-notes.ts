import type { Note } from '../messages/catalogue'
import { listOfNames } from './listing'
import { mayBeNumbers } from './notation'
import { parseCell, type Notation } from './number'
import type { Column } from './table'
import { unitOf } from './unit'

/** A column of texts is doubtful when at least this fraction of its cells that are not missing are numbers. */
const doubtfulPart = 0.5

/** Fraction of the cells that must have a unit to be noted, and the most units. */
const unitPart = 0.9
const mostUnits = 10

/** Returns a note on a column of texts most of which are numbers, or are numbers with units that are not all the same. */
export function notesOnTexts(column: Column, notation: Notation, lines: Int32Array): Note[] {
  const { name, kind, texts, missing, asked } = column
  if (kind !== 'text' || asked !== undefined || texts.kind !== 'codes' || !mayBeNumbers(texts.distinct)) return []
  const isNumber = Uint8Array.from(texts.distinct, (text) => (Number.isNaN(parseCell(text, notation)) ? 0 : 1))
  let [total, count, first] = [0, 0, -1]
  for (let row = 0; row < missing.length; row++) {
    if (missing[row] === 1) continue
    total++
    if (isNumber[texts.codes[row]] === 1) count++
    else if (first < 0) first = row
  }
  if (first < 0) return []
  if (count >= doubtfulPart * total) {
    return [{ code: 'note.mostly-numbers', details: { name, count, total, row: lines[first], value: texts.distinct[texts.codes[first]] } }]
  }
  return notesOnUnits(column, texts.distinct)
}

function notesOnUnits({ name }: Column, distinct: readonly string[]): Note[] {
  const units = distinct.flatMap((text) => unitOf(text) ?? [])
  const kinds = [...new Set(units)]
  if (kinds.length < 2 || kinds.length > mostUnits || units.length < Math.max(unitPart * distinct.length, 2 * mostUnits)) return []
  return [{ code: 'note.several-units', details: { name, units: listOfNames(kinds) } }]
}
