import { parseNumber } from '../data/number'

/** A cell to write: text, a number, or nothing. */
export type CsvCell = string | number | null

/** The beginning of a text that a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** Texts that are quoted: RFC 4180's, and those that a reader would trim. */
const QUOTED = /^ | $|[",\r\n\uFEFF]/

/**
 * Returns a table as CSV text, in every place where one is written: lines end with LF, the last one too; cells are quoted where they
 * must be; numbers have their shortest round-trip form, and one that is not finite is an empty cell. A text that would be taken for a
 * formula gets an apostrophe in front; one that is a number through and through, such as a class named −1, cannot do harm and stays as
 * it is.
 */
export function csvText(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(fieldOf).join(',')}\n`).join('')
}

function fieldOf(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const text = FORMULA.test(cell) && Number.isNaN(parseNumber(cell)) ? `'${cell}` : cell
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
