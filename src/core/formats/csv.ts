import Papa from 'papaparse'
import { parseNumber } from '../data/number'

/** A cell to write: text, a number, or nothing. */
export type CsvCell = string | number | null

/** How a text begins that a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * CSV text of a table: lines end with LF, the last one too; cells are quoted where they must be; numbers have their shortest
 * round-trip form, and one that is not finite is an empty cell. A text that would be taken for a formula gets an apostrophe in
 * front; one that is a number through and through, such as a class named −1, cannot do harm and stays as it is.
 */
export function csvText(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const cells = [header, ...rows].map((row) => row.map(cellOf))
  return `${Papa.unparse(cells, { newline: '\n' })}\n`
}

function cellOf(cell: CsvCell): CsvCell {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  return cell !== null && FORMULA.test(cell) && Number.isNaN(parseNumber(cell)) ? `'${cell}` : cell
}
