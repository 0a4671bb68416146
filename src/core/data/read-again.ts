import type { Encoding } from './encoding'
import type { Known } from './table-layout'

/** Where a file stops being UTF-8: the byte (from 1), its row and column. */
export interface InvalidByte {
  readonly byte: number
  readonly row: number
  readonly column: number
}

/** What was learnt from a file that was begun in a way that does not fit all of it. */
export interface Learnt extends Known {
  readonly encoding?: Encoding
  /** The first byte that is not UTF-8. */
  readonly invalid?: InvalidByte
}

/** Thrown when a file is to be read once more from its beginning, with what was learnt in addition. */
export class ReadAgain extends Error {
  override readonly name = 'ReadAgain'

  constructor(readonly learnt: Learnt) {
    super('The file is to be read once more.')
  }
}
