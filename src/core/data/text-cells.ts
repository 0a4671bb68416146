import type { CodedTexts } from './cell-texts'
import { mayBeNumbers, type TextGroup } from './notation'
import { bytesOfText, same } from './number-cells'
import { pieceRows, Pieces } from './pieces'

/** The cells of a column while it is read, stored as texts, each distinct one once. */
export class TextCells {
  private readonly codes: Pieces<Int32Array>
  readonly distinct: string[] = []
  /** Approximate size of the texts in bytes. */
  textBytes = 0
  private readonly places = new Map<string, number>()

  /** Reserves memory for the expected rows at once; more are added in pieces. */
  constructor(expectedRows = 0) {
    this.codes = new Pieces((length) => new Int32Array(length), expectedRows)
  }

  /** Extends the last piece to a length, or adds one. */
  grow(piece: number, length: number): void {
    this.codes.grow(piece, length)
  }

  /** Returns the index of a trimmed text among the distinct ones; a new one is stored as `copyOf` returns it. */
  codeOf(text: string, copyOf = same): number {
    const known = this.places.get(text)
    if (known !== undefined) return known
    const kept = copyOf(text)
    const code = this.distinct.push(kept) - 1
    this.places.set(kept, code)
    this.textBytes += bytesOfText(kept)
    return code
  }

  /** Stores a trimmed text in a row. */
  set(row: number, text: string, copyOf = same): void {
    this.codes.of(row)[row % pieceRows] = this.codeOf(text, copyOf)
  }

  /** Returns the trimmed text of a row. */
  text(row: number): string {
    return this.distinct[this.codes.of(row)[row % pieceRows]]
  }

  /** Whether too few texts may be numbers for their notation to matter. */
  isPlain(): boolean {
    return !mayBeNumbers(this.distinct)
  }

  /** Yields the first row of each text, with the number of its rows; nothing where too few may be numbers. */
  *groups(rows: number): Generator<TextGroup> {
    if (this.isPlain()) return
    const firsts = new Int32Array(this.distinct.length).fill(-1)
    const counts = new Int32Array(this.distinct.length)
    for (let row = 0; row < rows; row++) {
      const code = this.codes.of(row)[row % pieceRows]
      if (counts[code]++ === 0) firsts[code] = row
    }
    for (const [code, text] of this.distinct.entries()) if (firsts[code] >= 0) yield { row: firsts[code], text, count: counts[code] }
  }

  /** Reorders the rows to the given order. */
  reorder(order: Int32Array): void {
    const codes = this.codes.take(order.length)
    this.codes.put(Int32Array.from(order, (row) => codes[row]))
  }

  /** Does nothing: a row needs no freeing before another text is stored. */
  clear(): void {
    return
  }

  /** Approximate size of the rows in bytes as a column. */
  bytes(rows: number): number {
    return 5 * rows + this.textBytes
  }

  /** Returns the first rows as one array, with the texts that occur in them, and releases the pieces. */
  take(rows: number): CodedTexts {
    this.places.clear()
    return inOrder(this.codes.take(rows), this.distinct)
  }
}

/** Renumbers the texts in order of first occurrence, without those that occur in no row. */
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
