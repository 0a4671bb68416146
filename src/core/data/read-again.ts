import type { Encoding } from './encoding'
import type { Known } from './table-layout'

/** Position where a file stops being valid UTF-8: the byte (from 1), its row and column. */
export interface InvalidByte {
  readonly byte: number
  readonly row: number
  readonly column: number
}

/** Findings of a reading that began with assumptions that do not fit the whole file. */
export interface Learnt extends Known {
  readonly encoding?: Encoding
  /** The first byte that is not UTF-8. */
  readonly invalid?: InvalidByte
}

/** Thrown when a file must be read again from its beginning, with additional findings. */
export class ReadAgain extends Error {
  override readonly name = 'ReadAgain'

  constructor(readonly learnt: Learnt) {
    super('The file is to be read once more.')
  }
}
