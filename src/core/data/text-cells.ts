import type { CodedTexts } from './cell-texts'
import { bytesOfText, includesComma, same } from './number-cells'
import { pieceRows, Pieces } from './pieces'

/** The cells of a column while it is read, kept as texts, each different one once. */
export class TextCells {
  private readonly codes: Pieces<Int32Array>
  readonly distinct: string[] = []
  /** About how many bytes the texts take. */
  textBytes = 0
  private readonly places = new Map<string, number>()

  /** Room for so many rows is taken at once; more come in pieces. */
  constructor(expectedRows = 0) {
    this.codes = new Pieces((length) => new Int32Array(length), expectedRows)
  }

  /** Makes the last piece as long as that, or adds one. */
  grow(piece: number, length: number): void {
    this.codes.grow(piece, length)
  }

  /** The place of a trimmed text among the distinct ones; a new one is kept as `copyOf` gives it. */
  codeOf(text: string, copyOf = same): number {
    const known = this.places.get(text)
    if (known !== undefined) return known
    const kept = copyOf(text)
    const code = this.distinct.push(kept) - 1
    this.places.set(kept, code)
    this.textBytes += bytesOfText(kept)
    return code
  }

  /** Puts a trimmed text into a row. */
  set(row: number, text: string, copyOf = same): void {
    this.codes.of(row)[row % pieceRows] = this.codeOf(text, copyOf)
  }

  /** The trimmed text of a row. */
  text(row: number): string {
    return this.distinct[this.codes.of(row)[row % pieceRows]]
  }

  /** Whether a text has a comma in it. */
  hasComma(): boolean {
    return this.distinct.some(includesComma)
  }

  /** The first row of each text, with it. */
  *examples(rows: number): Generator<readonly [row: number, text: string]> {
    const isSeen = new Uint8Array(this.distinct.length)
    for (let row = 0; row < rows; row++) {
      const code = this.codes.of(row)[row % pieceRows]
      if (isSeen[code] === 1) continue
      isSeen[code] = 1
      yield [row, this.distinct[code]]
    }
  }

  /** In how many rows a text stands of which something holds. */
  count(rows: number, holds: (text: string) => boolean): number {
    const answers = this.distinct.map(holds)
    let count = 0
    for (let row = 0; row < rows; row++) if (answers[this.codes.of(row)[row % pieceRows]]) count++
    return count
  }

  /** Puts the rows into another order, that of the rows given. */
  reorder(order: Int32Array): void {
    const codes = this.codes.take(order.length)
    this.codes.put(Int32Array.from(order, (row) => codes[row]))
  }

  /** A row needs no freeing for another text. */
  clear(): void {
    return
  }

  /** About how many bytes the rows take as a column. */
  bytes(rows: number): number {
    return 5 * rows + this.textBytes
  }

  /** The first rows as a whole, with the texts that occur in them; the pieces are given up. */
  take(rows: number): CodedTexts {
    this.places.clear()
    return inOrder(this.codes.take(rows), this.distinct)
  }
}

/** The same texts with codes in the order of first occurrence, those that occur in no row left out. */
export function inOrder(codes: Int32Array, distinct: readonly string[]): CodedTexts {
  const places = new Int32Array(distinct.length).fill(-1)
  const kept: string[] = []
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]
    if (places[code] < 0) places[code] = kept.push(distinct[code]) - 1
    codes[row] = places[code]
  }
  return { kind: 'codes', codes, distinct: kept }
}
