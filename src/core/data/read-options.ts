import type { Encoding } from './encoding'
import type { DecimalMark } from './number'

export { encodings, type Encoding } from './encoding'

/** What may stand between two cells. */
export const separators = [',', ';', '\t', '|', ' ', '，', '；'] as const
export type Separator = (typeof separators)[number]

/** What becomes of rows with too few or too many fields, and of rows above the table: the file is refused, or they go. */
export const raggedRows = ['cancel', 'drop'] as const
export type RaggedRows = (typeof raggedRows)[number]

/**
 * What a column may be asked to be read as. `number`, `integer` and `date` become numbers (a date that of days since
 * the beginning of 1970, UTC), the others texts.
 */
export const columnKinds = ['number', 'integer', 'date', 'text', 'category', 'boolean', 'identifier'] as const
export type ColumnKind = (typeof columnKinds)[number]

/** How a file is to be read. What is not given is found in the file; what was found is in the table's `format`. */
export interface ReadOptions {
  readonly encoding?: Encoding
  readonly separator?: Separator
  /** Given, the other mark groups thousands: with `.`, `1,234` is 1234. */
  readonly decimal?: DecimalMark
  /** Whether the first row holds names. */
  readonly header?: boolean
  /** `cancel` unless given. */
  readonly ragged?: RaggedRows
  /** What stands for a missing value, whatever the case of its letters; `missingTokens` unless given. */
  readonly missing?: readonly string[]
  /** What columns are to be read as, by name, whatever their cells look like. */
  readonly kinds?: Readonly<Record<string, ColumnKind>>
}

/** How a file was read: each option, given or found. */
export interface ReadFormat {
  readonly encoding: Encoding
  readonly separator: Separator
  readonly decimal: DecimalMark
  /** Whether numbers may have a mark between thousands: a comma, or a point beside a decimal comma. */
  readonly grouped: boolean
  readonly header: boolean
  readonly ragged: RaggedRows
  readonly missing: readonly string[]
  readonly kinds: Readonly<Record<string, ColumnKind>>
}
