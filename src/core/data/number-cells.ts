import { commonForms, mostCommon, rareForm, type WrittenTexts } from './cell-texts'
import { parseCell } from './number'
import { pieceRows, Pieces } from './pieces'
import type { CellReading } from './reading'
import { formOf, mostDecimals, writeNumber } from './written-number'

/**
 * The cells of a column while it is read, stored as numbers; cells that are not numbers are stored beside them as texts.
 */
export class NumberCells {
  readonly values: Pieces<Float64Array>
  readonly forms: Pieces<Uint8Array>
  /** Approximate size of the texts in bytes. */
  textBytes = 0
  /** Whether any cell is not a plain number. */
  private hasOthers = false
  private readonly common = new Map<string, number>()
  private readonly rare = new Map<number, string>()

  /** Reserves memory for the expected rows at once; more are added in pieces. */
  constructor(
    readonly reading: CellReading,
    expectedRows = 0
  ) {
    this.values = new Pieces((length) => new Float64Array(length), expectedRows)
    this.forms = new Pieces((length) => new Uint8Array(length), expectedRows)
  }

  /** Number of texts outside the table of common ones. */
  get rareCount(): number {
    return this.rare.size
  }

  /** Extends the last piece to a length, or adds one. */
  grow(piece: number, length: number): void {
    this.values.grow(piece, length)
    this.forms.grow(piece, length)
  }

  /** Stores a trimmed text in a row. */
  set(row: number, text: string, copyOf = same): void {
    const { notation, isMissing } = this.reading
    const value = isMissing(text) ? NaN : parseCell(text, notation)
    const form = Number.isFinite(value) ? formOf(text, value, notation) : -1
    this.put(row, value, form >= 0 ? form : this.formOfText(row, text, copyOf))
  }

  /** Returns the trimmed text of a row. */
  text(row: number): string {
    const form = this.forms.of(row)[row % pieceRows]
    if (form === rareForm) return this.rare.get(row) ?? ''
    if (form >= commonForms) return this.commonTexts()[form - commonForms]
    return writeNumber(this.values.of(row)[row % pieceRows], form, this.reading.notation.decimal)
  }

  /** Whether any text may contain a comma. */
  hasComma(): boolean {
    const isWritten = this.reading.notation.decimal === ',' || this.reading.notation.grouped
    return isWritten || [...this.common.keys(), ...this.rare.values()].some(includesComma)
  }

  /**
   * Yields the rows needed to see every kind of text, with their texts: of numbers in the same form, which are the same evidence of the
   * notation, only the first.
   */
  *examples(rows: number): Generator<readonly [row: number, text: string]> {
    const isSeen = new Uint8Array(commonForms)
    for (let row = 0; row < rows; row++) {
      const form = this.forms.of(row)[row % pieceRows]
      if (form <= mostDecimals && form !== 3 && isSeen[form] === 1) continue
      if (form < commonForms) isSeen[form] = 1
      yield [row, this.text(row)]
    }
  }

  /** Counts the rows whose text satisfies a predicate. */
  count(rows: number, holds: (text: string) => boolean): number {
    const common = this.commonTexts().map(holds)
    let count = 0
    for (let row = 0; row < rows; row++) {
      const form = this.forms.of(row)[row % pieceRows]
      if (form <= mostDecimals || (form >= commonForms && form < rareForm ? common[form - commonForms] : holds(this.text(row)))) count++
    }
    return count
  }

  /** Reorders the rows to the given order. */
  reorder(order: Int32Array): void {
    const { values, texts } = this.take(order.length)
    this.values.put(Float64Array.from(order, (row) => values[row]))
    this.forms.put(Uint8Array.from(order, (row) => texts.forms[row]))
    const moved = Array.from(order, (row, to) => [to, this.rare.get(row)] as const)
    this.rare.clear()
    for (const [to, text] of moved) if (text !== undefined) this.rare.set(to, text)
  }

  /** Frees a row for another text. */
  clear(row: number): void {
    this.rare.delete(row)
  }

  /** Approximate size of the rows in bytes as a column. */
  bytes(rows: number): number {
    return 10 * rows + this.textBytes
  }

  /** Returns the first rows as one array and releases the pieces. */
  take(rows: number): { values: Float64Array; texts: WrittenTexts } {
    const values = this.values.take(rows)
    const forms = this.forms.take(rows)
    const isPlain = !this.hasOthers
    const { decimal } = this.reading.notation
    return { values, texts: { kind: 'forms', forms, decimal, isPlain, common: this.commonTexts(), rare: this.rare } }
  }

  /** Stores a number in a row, with the form that reproduces its text. */
  put(row: number, value: number, form: number): void {
    this.values.of(row)[row % pieceRows] = value
    this.forms.of(row)[row % pieceRows] = form
    if (form > mostDecimals) this.hasOthers = true
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

/** Approximate size of a text in bytes, including its entries in a list and an index. */
export function bytesOfText(text: string): number {
  return 80 + text.length
}

export function same(text: string): string {
  return text
}
