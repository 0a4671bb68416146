import type { Note, PackedEntry } from '#core'

/** One row of a table: the texts of its cells, as a CSV file would have them. */
export type Row = readonly string[]

/** The rows of a table that a file of another kind than text holds. */
export interface SourceRows {
  /** In the order of the file; an empty one stands for a row without content and keeps the numbers of those after it right. */
  readonly rows: AsyncIterable<Row>
  /** Whether the first row has the names of the columns; absent where that is to be found out. */
  readonly header?: boolean
  /** Returns what is to be said about the file, once the rows were read. */
  readonly notes: () => readonly Note[]
  /**
   * The columns, from 0, in which texts have points between thousands, once the rows were read; everything else that reads as a number is one
   * in the file. None unless given.
   */
  readonly pointGroups?: ReadonlySet<number>
  /** Returns the sheets there are and the one that was read, once the rows were read. */
  readonly sheets?: () => Sheets
}

export interface Sheets {
  readonly chosen: string
  readonly all: readonly string[]
}

export interface SourceOptions {
  /** The file's name, for sentences. */
  readonly name: string
  /** Its size, in bytes, packed as it is. */
  readonly size: number
  /** The sheet to read; the first one with content unless given. */
  readonly sheet?: string
  /** The sheet to read where there is one of that name. */
  readonly expectedSheet?: string
  /** Whether the hidden rows of a sheet are left out. */
  readonly withoutHidden?: boolean
  /** Reports the part of the file that was read, from 0 to 1. */
  readonly onPart: (part: number) => void
}

/** A kind of file that holds a table. */
export interface SourceKind {
  /** The kind's name, as people say it. */
  readonly label: string
  /** The most bytes of a file, which is read as a whole; those that can be read at once unless given. */
  readonly mostBytes?: number
  /** Whether a file is of this kind, by its first bytes. */
  readonly recognizes: (head: Uint8Array) => boolean
  /** Throws: data or format, where the file is damaged or holds no table. */
  readonly read: (bytes: Uint8Array, options: SourceOptions) => SourceRows
}

/** A kind of zip archive that holds a table. */
export interface ArchiveKind {
  readonly label: string
  /** Whether an archive is of this kind, by the names of its files. */
  readonly recognizes: (names: readonly string[]) => boolean
  /** Throws: as that of a file. */
  readonly read: (entries: readonly PackedEntry[], options: SourceOptions) => SourceRows
}
