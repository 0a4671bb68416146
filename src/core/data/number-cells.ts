import { commonForms, mostCommon, rareForm, type WrittenTexts } from './cell-texts'
import { parseCell } from './number'
import { pieceRows, Pieces } from './pieces'
import type { CellReading } from './reading'
import { formOf, mostDecimals, writeNumber } from './written-number'

/**
 * The cells of a column while it is read, kept as numbers: what is no number is kept beside them as text.
 */
export class NumberCells {
  readonly values: Pieces<Float64Array>
  readonly forms: Pieces<Uint8Array>
  /** About how many bytes the texts take. */
  textBytes = 0
  /** Whether something else than a plain number was put anywhere. */
  private hasOthers = false
  private readonly common = new Map<string, number>()
  private readonly rare = new Map<number, string>()

  /** Room for so many rows is taken at once; more come in pieces. */
  constructor(
    readonly reading: CellReading,
    expectedRows = 0
  ) {
    this.values = new Pieces((length) => new Float64Array(length), expectedRows)
    this.forms = new Pieces((length) => new Uint8Array(length), expectedRows)
  }

  /** How many texts were kept that have no place of their own. */
  get rareCount(): number {
    return this.rare.size
  }

  /** Makes the last piece as long as that, or adds one. */
  grow(piece: number, length: number): void {
    this.values.grow(piece, length)
    this.forms.grow(piece, length)
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
    const form = this.forms.of(row)[row % pieceRows]
    if (form === rareForm) return this.rare.get(row) ?? ''
    if (form >= commonForms) return this.commonTexts()[form - commonForms]
    return writeNumber(this.values.of(row)[row % pieceRows], form, this.reading.notation.decimal)
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
      const form = this.forms.of(row)[row % pieceRows]
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
      const form = this.forms.of(row)[row % pieceRows]
      if (form <= mostDecimals || (form >= commonForms && form < rareForm ? common[form - commonForms] : holds(this.text(row)))) count++
    }
    return count
  }

  /** Puts the rows into another order, that of the rows given. */
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

  /** About how many bytes the rows take as a column. */
  bytes(rows: number): number {
    return 10 * rows + this.textBytes
  }

  /** The first rows as a whole; the pieces are given up. */
  take(rows: number): { values: Float64Array; texts: WrittenTexts } {
    const values = this.values.take(rows)
    const forms = this.forms.take(rows)
    const isPlain = !this.hasOthers
    const { decimal } = this.reading.notation
    return { values, texts: { kind: 'forms', forms, decimal, isPlain, common: this.commonTexts(), rare: this.rare } }
  }

  /** Puts a number into a row whose text its form writes. */
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

/** About how many bytes a text takes with its places in a list and an index. */
export function bytesOfText(text: string): number {
  return 80 + text.length
}

export function same(text: string): string {
  return text
}
