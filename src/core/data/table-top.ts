import { numberIn } from './find-header'
import { lackLast, withLast } from './layout'
import { mostFrequent } from './most-frequent'
import type { CsvRecord } from './records'
import { areUnits, isBracketed } from './unit-row'

/** The rows above the first row of data. */
export interface TableTop {
  /** Place of the row with the names of the columns. */
  readonly names: number
  /** Whether a row of units stands between the names and the data. */
  readonly hasUnits: boolean
}

/** At most so many rows stand above the data. */
const MOST_ABOVE = 100

/** A column is filled when half of its cells are, and has numbers when at least this fraction of those are such. */
const filledPart = 0.5
const numericPart = 0.9

/**
 * Finds the names of the columns where they are not in the first row, or have a row of units below them: right above the first row with a
 * number in every column of numbers. Null where they cannot be told from data.
 */
export function findTop(found: readonly CsvRecord[], isAbsent: (trimmed: string) => boolean): TableTop | null {
  const records = found.length > 0 && lackLast(found) ? withLast(found) : found
  const width = mostFrequent(records.map(({ cells }) => cells.length))
  const rows = records.map(({ cells }) => (cells.length === width ? cells.map((cell) => cell.trim()) : null))
  const columns = columnsOf(rows, width, isAbsent)
  const numeric = columns.filter(({ isNumeric }) => isNumeric).map(({ column }) => column)
  const isData = (cells: readonly string[]) =>
    numeric.every((c) => isNumber(cells[c]) || isAbsent(cells[c])) && numeric.some((c) => isNumber(cells[c]))
  const data = numeric.length === 0 ? -1 : rows.slice(0, MOST_ABOVE + 1).findIndex((cells) => cells !== null && isData(cells))
  if (data < 2) return null
  const areNames = (cells: readonly string[] | null) =>
    cells !== null && !cells.some(isNumber) && numeric.every((c) => !isAbsent(cells[c])) && new Set(cells).size === cells.length
  const last = rows[data - 1]
  const units = last === null ? [] : columns.map(({ column }) => last[column]).filter((cell) => !isAbsent(cell))
  // In a table of one column, a letter may as well be a category.
  const isAboveNumbers = last !== null && numeric.some((c) => !isAbsent(last[c]))
  const hasUnits = isAboveNumbers && areUnits(units) && (width > 1 || isBracketed(units[0])) && areNames(rows[data - 2])
  const names = data - (hasUnits ? 2 : 1)
  return areNames(rows[names]) && (names > 0 || hasUnits) ? { names, hasUnits } : null
}

const isNumber = (cell: string) => !Number.isNaN(numberIn(cell))

/** Returns the columns that are filled in the lower half of the rows, where there are no names, and whether they have numbers there. */
function columnsOf(rows: readonly (readonly string[] | null)[], width: number, isAbsent: (trimmed: string) => boolean) {
  const fitting = rows.filter((cells) => cells !== null)
  const lower = fitting.slice(Math.ceil(fitting.length / 2))
  return Array.from({ length: width }, (_, column) => {
    const filled = lower.map((cells) => cells[column]).filter((cell) => !isAbsent(cell))
    const isNumeric = filled.filter(isNumber).length >= numericPart * filled.length
    return { column, isNumeric, isFilled: filled.length > 0 && filled.length >= filledPart * lower.length }
  }).filter(({ isFilled }) => isFilled)
}
