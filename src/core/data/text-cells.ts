import type { CodedTexts } from './cell-texts'
import { grown, joined, pieceRows } from './number-cells'

/** The cells of a column while it is read, kept as texts, each different one once. */
export class TextCells {
  readonly codes: Int32Array[] = []
  readonly distinct: string[] = []
  private readonly places = new Map<string, number>()

  /** Makes the last piece as long as that, or adds one. */
  grow(piece: number, length: number): void {
    this.codes[piece] = grown(this.codes[piece], new Int32Array(length))
  }

  /** The place of a trimmed text among the distinct ones. */
  codeOf(text: string): number {
    const known = this.places.get(text)
    if (known !== undefined) return known
    const code = this.distinct.push(text) - 1
    this.places.set(text, code)
    return code
  }

  /** Puts a trimmed text into a row. */
  set(row: number, text: string): void {
    this.codes[Math.floor(row / pieceRows)][row % pieceRows] = this.codeOf(text)
  }

  /** The trimmed text of a row. */
  text(row: number): string {
    return this.distinct[this.codes[Math.floor(row / pieceRows)][row % pieceRows]]
  }

  /** The first rows as a whole, with the texts that occur in them; the pieces are given up. */
  take(rows: number): CodedTexts {
    this.places.clear()
    return inOrder(joined(this.codes, new Int32Array(rows)), this.distinct)
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
