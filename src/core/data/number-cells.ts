import { commonForms, mostCommon, rareForm, type WrittenTexts } from './cell-texts'
import { parseCell } from './number'
import type { CellReading } from './reading'
import { formOf, writeNumber } from './written-number'

/** Rows of a whole piece of a column. */
export const pieceRows = 16_384

/**
 * The cells of a column while it is read, kept as numbers: what is no number is kept beside them as text. Rows lie in
 * pieces of `pieceRows`, so that nothing is copied while they become more.
 */
export class NumberCells {
  readonly values: Float64Array[] = []
  readonly forms: Uint8Array[] = []
  private readonly common = new Map<string, number>()
  private readonly rare = new Map<number, string>()

  constructor(readonly reading: CellReading) {}

  /** How many texts were kept that have no place of their own. */
  get rareCount(): number {
    return this.rare.size
  }

  /** Makes the last piece as long as that, or adds one. */
  grow(piece: number, length: number): void {
    this.values[piece] = grown(this.values[piece], new Float64Array(length))
    this.forms[piece] = grown(this.forms[piece], new Uint8Array(length))
  }

  /** Puts a trimmed text into a row. */
  set(row: number, text: string): void {
    const { notation, isMissing } = this.reading
    const value = isMissing(text) ? NaN : parseCell(text, notation)
    const form = Number.isFinite(value) ? formOf(text, value, notation) : -1
    this.put(row, value, form >= 0 ? form : this.formOfText(row, text))
  }

  /** The trimmed text of a row. */
  text(row: number): string {
    const form = this.forms[Math.floor(row / pieceRows)][row % pieceRows]
    if (form === rareForm) return this.rare.get(row) ?? ''
    if (form >= commonForms) return this.commonTexts()[form - commonForms]
    return writeNumber(this.values[Math.floor(row / pieceRows)][row % pieceRows], form, this.reading.notation.decimal)
  }

  /** Frees a row for another text. */
  clear(row: number): void {
    this.rare.delete(row)
  }

  /** The first rows as a whole; the pieces are given up. */
  take(rows: number): { values: Float64Array; texts: WrittenTexts } {
    const values = joined(this.values, new Float64Array(rows))
    const forms = joined(this.forms, new Uint8Array(rows))
    return { values, texts: { kind: 'forms', forms, decimal: this.reading.notation.decimal, common: this.commonTexts(), rare: this.rare } }
  }

  private put(row: number, value: number, form: number): void {
    const piece = Math.floor(row / pieceRows)
    this.values[piece][row % pieceRows] = value
    this.forms[piece][row % pieceRows] = form
  }

  private formOfText(row: number, text: string): number {
    const known = this.common.get(text)
    if (known !== undefined) return known
    if (this.common.size === mostCommon) {
      this.rare.set(row, text)
      return rareForm
    }
    const form = commonForms + this.common.size
    this.common.set(text, form)
    return form
  }

  private commonTexts(): string[] {
    return [...this.common.keys()]
  }
}

/** A longer piece with the content of a shorter one. */
export function grown<A extends Float64Array | Int32Array | Uint8Array>(piece: A | undefined, longer: A): A {
  if (piece) longer.set(piece)
  return longer
}

/** Fills an array from pieces, which are taken off their list one by one. */
export function joined<A extends Float64Array | Int32Array | Uint8Array>(pieces: A[], whole: A): A {
  let start = 0
  while (start < whole.length) {
    const piece = pieces.shift()
    if (!piece) break
    whole.set(start + piece.length > whole.length ? (piece.subarray(0, whole.length - start) as A) : piece, start)
    start += piece.length
  }
  return whole
}
