import { LabError } from '../errors'
import type { Note } from '../texts'
import { listOfNames } from './listing'
import type { ReadFormat } from './read-options'

/** One column of a file. `cells` are as they stand there; `values` is their reading as numbers. */
export interface Column {
  readonly name: string
  /** A number column may hold cells that are no finite numbers: their value is NaN or infinite and `missing` is 0. */
  readonly kind: 'number' | 'text'
  readonly cells: readonly string[]
  /** 1 where the cell is missing. */
  readonly missing: Uint8Array
  /** One number a row, NaN where missing; of length 0 for text. */
  readonly values: Float64Array
}

/** A cell as it stands in the file, without the spaces around it. */
export function cellText({ cells }: Column, row: number): string {
  return cells[row].trim()
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

/** What stands for a missing value, whatever the case of its letters, with or without spaces around it. */
export const missingTokens: readonly string[] = ['', 'NA', 'N/A', 'NaN', 'null', 'None', '?', '-', '—', '缺失', '无']

/** A test whether a trimmed cell stands for a missing value: one of the tokens, whatever the case of its letters. */
export function missingTest(tokens: readonly string[]): (trimmed: string) => boolean {
  const lowerCase = new Set(tokens.map((token) => token.trim().toLowerCase()))
  const longest = Math.max(0, ...Array.from(lowerCase, (token) => token.length))
  return (trimmed) => trimmed.length <= longest && lowerCase.has(trimmed.toLowerCase())
}

/** Whether a trimmed cell stands for a missing value, by the list above. */
export const isMissing = missingTest(missingTokens)

/**
 * The column of that name.
 * Throws: data, naming the columns there are.
 */
export function columnNamed(table: Table, name: string): Column {
  const found = table.columns.find((column) => column.name === name)
  if (found) return found
  throw new LabError('data.no-column', { name, columns: listOfNames(table.columns.map((column) => column.name)) })
}
