import type { Encoding } from './encoding'
import type { DateOrder } from './dates'
import type { DecimalMark } from './number'
import type { SpellingChoice } from './spellings'

export { dateOrders, type DateOrder } from './dates'
export { encodingName, encodings, type Encoding } from './encoding'
export { spellingChoices, type SpellingChoice } from './spellings'

/** Separators of cells: a character, or `blanks` for runs of spaces and tabs, as between aligned columns. */
export const separators = [',', ';', '\t', '|', ' ', '，', '；', 'blanks'] as const
export type Separator = (typeof separators)[number]

/** A character that separates cells. */
export type SeparatorMark = Exclude<Separator, 'blanks'>

/** Writing of a quote inside quotes: doubled, or after a backslash. */
export const escapeChoices = ['double', 'backslash'] as const
export type EscapeChoice = (typeof escapeChoices)[number]

/** Handling of rows with too few or too many fields, and of rows above the table: the file is refused, or they are dropped. */
export const raggedRows = ['cancel', 'drop'] as const
export type RaggedRows = (typeof raggedRows)[number]

/** Rows left out on request: totals and remarks at the end, rows that repeat an earlier one in every column, hidden rows of a workbook. */
export const omissions = ['totals', 'repeats', 'hidden'] as const
export type Omission = (typeof omissions)[number]

/**
 * Types that can be requested for a column. `number`, `integer`, `date` and `duration` become numbers (a date the number of days since the
 * beginning of 1970, UTC, a time of day a part of one, a duration seconds), the others texts.
 */
export const columnKinds = ['number', 'integer', 'date', 'duration', 'text', 'category', 'boolean', 'identifier'] as const
export type ColumnKind = (typeof columnKinds)[number]

/** Writing of a column's numbers or dates. */
export interface ColumnFormat {
  readonly decimal?: DecimalMark
  readonly unit?: string
  readonly dates?: DateOrder
}

/** Format in which a file was read, by which others of its kind are read. */
export interface ExpectedFormat {
  readonly encoding: Encoding
  readonly separator: Separator
  readonly header: boolean
  /** The columns that are not written in plain numbers, by name; in pairs, since a stored object with the key `__proto__` is refused. */
  readonly columns: readonly (readonly [string, ColumnFormat])[]
  /** The sheet that was read, of a workbook with several. */
  readonly sheet?: string
}

/** Import options of a file. Those not given are detected; the detected ones are in the table's `format`. */
export interface ReadOptions {
  readonly encoding?: Encoding
  readonly separator?: Separator
  /** Given, the other mark groups thousands: with `.`, `1,234` is 1234. */
  readonly decimal?: DecimalMark
  /** Whether the first row has the column names. */
  readonly header?: boolean
  /** `cancel` unless given. */
  readonly ragged?: RaggedRows
  /** Tokens for a missing value, case-insensitive; `missingTokens` unless given. */
  readonly missing?: readonly string[]
  /** Order of day and month in dates such as 01/02/2024; detected column by column unless given. */
  readonly dates?: DateOrder
  /** Texts that differ only in letter case, blanks, invisible or look-alike characters, or Unicode form: `keep` unless given. */
  readonly spellings?: SpellingChoice
  /** Writing of a quote inside quotes: `""`, or `\\"`; detected unless given. */
  readonly escape?: EscapeChoice
  /** Number of lines at the beginning that are skipped; 0 unless given. */
  readonly skip?: number
  /** Rows that are left out; none unless given. */
  readonly omit?: readonly Omission[]
  /** Format of an earlier file of the same kind; what the file itself shows goes before it. */
  readonly expected?: ExpectedFormat
  /** Requested types of columns, by name, regardless of their cells. */
  readonly kinds?: Readonly<Record<string, ColumnKind>>
  /** The sheet of a workbook to read; the first one unless given. */
  readonly sheet?: string
}

/** Format in which a file was read: each option, given or detected. */
export interface ReadFormat {
  readonly encoding: Encoding
  readonly separator: Separator
  readonly decimal: DecimalMark
  /** Whether numbers may have thousands separators: a comma, or a point beside a decimal comma. */
  readonly grouped: boolean
  readonly header: boolean
  readonly ragged: RaggedRows
  readonly missing: readonly string[]
  readonly dates?: DateOrder
  readonly spellings?: SpellingChoice
  readonly escape?: EscapeChoice
  readonly skip?: number
  readonly omit?: readonly Omission[]
  readonly kinds: Readonly<Record<string, ColumnKind>>
  /** The kind of a file that is not text of separated cells, as people say it. */
  readonly source?: string
  /** Of a workbook: the sheet that was read, and all that there are. */
  readonly sheet?: string
  readonly sheets?: readonly string[]
}
