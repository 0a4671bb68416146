import { commonForms, mostCommon, rareForm, type WrittenTexts } from './cell-texts'
import { parseCell } from './number'
import type { CellReading } from './reading'
import { formOf, mostDecimals, writeNumber } from './written-number'

/** Rows of a whole piece of a column. */
export const pieceRows = 16_384

/**
 * The cells of a column while it is read, kept as numbers: what is no number is kept beside them as text. Rows lie in
 * pieces of `pieceRows`, so that nothing is copied while they become more.
 */
export class NumberCells {
  readonly values: Float64Array[] = []
  readonly forms: Uint8Array[] = []
  /** About how many bytes the texts take. */
  textBytes = 0
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
  set(row: number, text: string, copyOf = same): void {
    const { notation, isMissing } = this.reading
    const value = isMissing(text) ? NaN : parseCell(text, notation)
    const form = Number.isFinite(value) ? formOf(text, value, notation) : -1
    this.put(row, value, form >= 0 ? form : this.formOfText(row, text, copyOf))
  }

  /** The trimmed text of a row. */
  text(row: number): string {
    const form = this.forms[Math.floor(row / pieceRows)][row % pieceRows]
    if (form === rareForm) return this.rare.get(row) ?? ''
    if (form >= commonForms) return this.commonTexts()[form - commonForms]
    return writeNumber(this.values[Math.floor(row / pieceRows)][row % pieceRows], form, this.reading.notation.decimal)
  }

  /** Whether a text may have a comma in it. */
  hasComma(): boolean {
    const isWritten = this.reading.notation.decimal === ',' || this.reading.notation.grouped
    return isWritten || [...this.common.keys(), ...this.rare.values()].some(includesComma)
  }

  /**
   * The rows of which each text there is can be seen, with their texts: of numbers that are written alike and tell the
   * same of how numbers are written, only the first.
   */
  *examples(rows: number): Generator<readonly [row: number, text: string]> {
    const isSeen = new Uint8Array(commonForms)
    for (let row = 0; row < rows; row++) {
      const form = this.forms[Math.floor(row / pieceRows)][row % pieceRows]
      if (form <= mostDecimals && form !== 3 && isSeen[form] === 1) continue
      if (form < commonForms) isSeen[form] = 1
      yield [row, this.text(row)]
    }
  }

  /** In how many rows a text stands of which something holds. */
  count(rows: number, holds: (text: string) => boolean): number {
    const common = this.commonTexts().map(holds)
    let count = 0
    for (let row = 0; row < rows; row++) {
      const form = this.forms[Math.floor(row / pieceRows)][row % pieceRows]
      if (form <= mostDecimals || (form >= commonForms && form < rareForm ? common[form - commonForms] : holds(this.text(row)))) count++
    }
    return count
  }

  /** Puts the rows into another order, that of the rows given. */
  reorder(order: Int32Array): void {
    const { values, texts } = this.take(order.length)
    split(Float64Array.from(order, (row) => values[row]), this.values)
    split(Uint8Array.from(order, (row) => texts.forms[row]), this.forms)
    const moved = Array.from(order, (row, to) => [to, this.rare.get(row)] as const)
    this.rare.clear()
    for (const [to, text] of moved) if (text !== undefined) this.rare.set(to, text)
  }

  /** Frees a row for another text. */
  clear(row: number): void {
    this.rare.delete(row)
  }

  /** About how many bytes the rows take as a column. */
  bytes(rows: number): number {
    return 10 * rows + this.textBytes
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

  private formOfText(row: number, text: string, copyOf: (text: string) => string): number {
    const known = this.common.get(text)
    if (known !== undefined) return known
    const kept = copyOf(text)
    this.textBytes += bytesOfText(kept)
    if (this.common.size === mostCommon) {
      this.rare.set(row, kept)
      return rareForm
    }
    const form = commonForms + this.common.size
    this.common.set(kept, form)
    return form
  }

  private commonTexts(): string[] {
    return [...this.common.keys()]
  }
}

export function includesComma(text: string): boolean {
  return text.includes(',') || text.includes('，')
}

/** About how many bytes a text takes with its places in a list and an index. */
export function bytesOfText(text: string): number {
  return 80 + text.length
}

export function same(text: string): string {
  return text
}

/** Cuts an array into pieces of `pieceRows`. */
export function split<A extends Float64Array | Int32Array | Uint8Array>(whole: A, pieces: A[]): void {
  pieces.length = 0
  for (let start = 0; start < whole.length; start += pieceRows) pieces.push(whole.subarray(start, start + pieceRows) as A)
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
