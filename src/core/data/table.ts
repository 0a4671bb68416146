import { AppError } from '../messages/app-error'
import type { Note } from '../messages/catalogue'
import { textAt, type CellTexts } from './cell-texts'
import type { FoundDates } from './dates'
import type { FoundTimes } from './durations'
import { listOfNames } from './listing'
import type { Notation } from './number'
import type { ColumnKind, ReadFormat } from './read-options'

export { isMissing, missingTest, missingTokens, withoutTokens } from './missing'

/** One column of a file: its cells as numbers, where they are numeric, and their texts as in the file. */
export interface Column {
  readonly name: string
  /** A numeric column may have cells that are not finite numbers: their value is NaN or infinite and `missing` is 0. */
  readonly kind: 'number' | 'text'
  /** 1 where the cell is missing. */
  readonly missing: Uint8Array
  /** One number a row, NaN where missing; of length 0 for text. */
  readonly values: Float64Array
  /** Texts of the cells, for `cellText`. */
  readonly texts: CellTexts
  /** The notation its numbers are read in; the plain one unless given. */
  readonly notation?: Notation
  /** The reading of its cells as dates, whose values are days since the beginning of 1970; absent where they are no dates. */
  readonly dates?: FoundDates
  /** The reading of its cells as times of day, which are dates too, or as durations in seconds; absent where they are neither. */
  readonly times?: FoundTimes
  /** The type requested for it. */
  readonly asked?: ColumnKind
}

/** Returns the text of a cell as in the file, without surrounding spaces. */
export function cellText({ texts, values }: Column, row: number): string {
  return textAt(texts, values, row)
}

/** A file that was read: its columns, and the line of each row. */
export interface Table {
  readonly columns: readonly Column[]
  readonly rows: number
  /** The physical line on which each row begins; the first line of the file is 1. */
  readonly lines: Int32Array
  /** Format in which the file was read, given or detected. */
  readonly format: ReadFormat
  /** Notices from reading that did not stop it. */
  readonly notes: readonly Note[]
}

/** The columns by their names: a table with thousands of them is asked for each. */
const byName = new WeakMap<readonly Column[], ReadonlyMap<string, Column>>()

/**
 * Returns the column of a name.
 * Throws: data, naming the existing columns.
 */
export function columnNamed(table: Table, name: string): Column {
  const known = byName.get(table.columns) ?? new Map(table.columns.map((column) => [column.name, column]))
  byName.set(table.columns, known)
  const found = known.get(name)
  if (found) return found
  throw new AppError('data.no-column', { name, columns: listOfNames(table.columns.map((column) => column.name)) })
}
