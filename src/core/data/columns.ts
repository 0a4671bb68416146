import { parseCell, type Notation } from './number'
import { momentsOf } from './statistics'
import { isMissing, type Column } from './table'

/** A column is numeric when at least this part of its cells, the missing ones apart, are numbers. */
const numericPart = 0.9

/** How cells are read. */
export interface Reading {
  readonly notation?: Notation
  /** Whether a trimmed cell stands for a missing value; by the usual list unless given. */
  readonly isMissing?: (trimmed: string) => boolean
  /** The column's kind; found from its cells unless given. */
  readonly kind?: Column['kind']
}

/** A column from its cells, its kind found from them. Numbers are plain ones (`1234.5`) unless a notation is given. */
export function createColumn(name: string, cells: readonly string[], reading: Reading = {}): Column {
  const { notation, isMissing: isAbsent = isMissing } = reading
  const missing = new Uint8Array(cells.length)
  const values = new Float64Array(cells.length)
  let present = 0
  let numeric = 0
  let finite = 0
  cells.forEach((cell, row) => {
    const trimmed = cell.trim()
    if (isAbsent(trimmed)) {
      missing[row] = 1
      values[row] = NaN
      return
    }
    const value = parseCell(trimmed, notation)
    values[row] = value
    present++
    if (value === value) numeric++
    if (Number.isFinite(value)) finite++
  })
  const looksNumeric = finite > 0 && numeric >= numericPart * present
  const isNumber = reading.kind === undefined ? looksNumeric : reading.kind === 'number'
  return isNumber
    ? { name, kind: 'number', cells, missing, values }
    : { name, kind: 'text', cells, missing, values: new Float64Array(0) }
}

/**
 * The cells that are there but are no finite numbers, in a column that is read as numbers: the first one's row, and
 * how many.
 */
export function unusableCells({ values, missing }: Column): { first: number; count: number } {
  let first = -1
  let count = 0
  for (let row = 0; row < values.length; row++) {
    if (missing[row] === 1 || Number.isFinite(values[row])) continue
    if (count === 0) first = row
    count++
  }
  return { first, count }
}

/** The numbers of a column that are finite, in file order. */
export function finiteValues(column: Column): Float64Array {
  return column.values.filter(Number.isFinite)
}

/** The different values of a column, the missing ones apart: numbers by their value, texts trimmed. */
export function distinctValues(column: Column): ReadonlySet<string | number> {
  if (column.kind === 'number') return new Set(finiteValues(column))
  const distinct = new Set<string>()
  column.cells.forEach((cell, row) => {
    if (column.missing[row] === 0) distinct.add(cell.trim())
  })
  return distinct
}

/** What a column holds, in a few figures. */
export interface ColumnSummary {
  readonly name: string
  readonly kind: 'number' | 'text'
  /** How many cells are missing. */
  readonly missing: number
  /** How many different values there are, the missing ones apart. */
  readonly distinct: number
  /** Numbers only. */
  readonly minimum?: number
  readonly maximum?: number
  readonly mean?: number
  /** The population deviation. */
  readonly deviation?: number
}

/** A column in a few figures; cells that are no finite numbers do not take part in those of a number column. */
export function summarizeColumn(column: Column): ColumnSummary {
  const figures = {
    name: column.name,
    kind: column.kind,
    missing: column.missing.reduce((sum, flag) => sum + flag, 0),
    distinct: distinctValues(column).size
  }
  return column.kind === 'number' ? { ...figures, ...momentsOf(finiteValues(column)) } : figures
}
