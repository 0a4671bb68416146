import type { Note } from '../messages/catalogue'
import { cellText, type Column } from './table'

/** Numbers that stand for “missing” in the files of instruments, surveys and models: all digits 9, and what integers cannot exceed. */
const nines = /^-?(?:9{2,}(?:\.(?:0+|9+))?|\.9{2,})$/
const limits: ReadonlySet<number> = new Set([-32768, 32767, -2147483648, 2147483647, 1e20, -1e20, 1e30, -1e30])

/** Rows in which such a number must be found, so that a long table is not gone through for each column. */
const EXAMINED = 50_000

/**
 * Returns a note on a number that may stand for missing values: one that is usual for it, is the smallest or the largest of its column,
 * and lies farther from all others than these lie apart.
 */
export function notesOnFillValues(column: Column, lines: Int32Array): Note[] {
  const { name, kind, values, dates, times, asked } = column
  if (kind !== 'number' || dates || times || asked !== undefined) return []
  const { least, most } = extent(values.subarray(0, EXAMINED))
  for (const fill of new Set([least, most])) {
    if (!isFill(fill)) continue
    const others = extent(values.filter((value) => value !== fill && Number.isFinite(value)))
    const gap = fill < others.least ? others.least - fill : fill - others.most
    if (!(others.most > others.least && gap > others.most - others.least)) continue
    const first = values.indexOf(fill)
    const count = values.reduce((sum, value) => sum + (value === fill ? 1 : 0), 0)
    return [{ code: 'note.fill-value', details: { name, count, row: lines[first], value: cellText(column, first), least: others.least, most: others.most } }]
  }
  return []
}

function isFill(value: number): boolean {
  return limits.has(value) || nines.test(String(value))
}

/** The least and the greatest of numbers; NaN is passed over. */
function extent(values: Float64Array): { least: number; most: number } {
  let [least, most] = [Infinity, -Infinity]
  for (let row = 0; row < values.length; row++) {
    const value = values[row]
    if (value < least) least = value
    if (value > most) most = value
  }
  return { least, most }
}
