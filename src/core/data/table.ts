import { AppError } from '../messages/app-error'
import type { Note } from '../messages/catalogue'
import { textAt, type CellTexts } from './cell-texts'
import { listOfNames } from './listing'
import type { ColumnKind, ReadFormat } from './read-options'

export { isMissing, missingTest, missingTokens } from './missing'

/** One column of a file: its cells as numbers, where they are such, and their texts as they stand there. */
export interface Column {
  readonly name: string
  /** A number column may hold cells that are no finite numbers: their value is NaN or infinite and `missing` is 0. */
  readonly kind: 'number' | 'text'
  /** 1 where the cell is missing. */
  readonly missing: Uint8Array
  /** One number a row, NaN where missing; of length 0 for text. */
  readonly values: Float64Array
  /** What `cellText` reads. */
  readonly texts: CellTexts
  /** What it was asked to be read as. */
  readonly asked?: ColumnKind
}

/** A cell as it stands in the file, without the spaces around it. */
export function cellText({ texts, values }: Column, row: number): string {
  return textAt(texts, values, row)
}

/** A file that was read: its columns, and where each row stands in it. */
export interface Table {
  readonly columns: readonly Column[]
  readonly rows: number
  /** The physical line on which each row begins; the first line of the file is 1. */
  readonly lines: Int32Array
  /** How the file was read, whether asked for or found. */
  readonly format: ReadFormat
  /** What was noticed while reading and did not stop it. */
  readonly notes: readonly Note[]
}

/**
 * The column of that name.
 * Throws: data, naming the columns there are.
 */
export function columnNamed(table: Table, name: string): Column {
  const found = table.columns.find((column) => column.name === name)
  if (found) return found
  throw new AppError('data.no-column', { name, columns: listOfNames(table.columns.map((column) => column.name)) })
}
