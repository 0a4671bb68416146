import { commonForms, mostCommon, rareForm, type WrittenTexts } from './cell-texts'
import { hasOddMark, type TextGroup } from './notation'
import { isSameNotation, parseCell, plainNotation } from './number'
import { pieceRows, Pieces } from './pieces'
import type { CellReading } from './reading'
import { formOf, groupedForms, mostDecimals, writeNumber } from './written-number'

/**
 * The cells of a column while it is read, stored as numbers; cells that are not numbers are stored beside them as texts.
 */
export class NumberCells {
  readonly values: Pieces<Float64Array>
  readonly forms: Pieces<Uint8Array>
  /** Approximate size of the texts in bytes. */
  textBytes = 0
  /** Whether any number is beyond ±2^53, where integers can no longer be told apart. */
  hasLarge = false
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

  /** Whether all numbers are written with digits and a decimal point alone. */
  isPlain(): boolean {
    const { notation, isMissing } = this.reading
    const isOdd = (text: string) => hasOddMark(text) && !isMissing(text)
    return isSameNotation(notation, plainNotation) && ![...this.common.keys()].some(isOdd) && ![...this.rare.values()].some(isOdd)
  }

  /**
   * Yields the first rows, with the number of rows, of the texts that are the same evidence of the notation: of numbers in the same form,
   * where three decimals are kept apart that could be a group of thousands.
   */
  *groups(rows: number): Generator<TextGroup> {
    const firsts = new Int32Array(2 * (rareForm + 1)).fill(-1)
    const counts = new Int32Array(firsts.length)
    for (let row = 0; row < rows; row++) {
      const form = this.forms.of(row)[row % pieceRows]
      if (form === rareForm) {
        yield { row, text: this.text(row), count: 1 }
        continue
      }
      const size = Math.abs(this.values.of(row)[row % pieceRows])
      const group = mayBeThousands(form, size) ? rareForm + 1 + form : form
      if (counts[group]++ === 0) firsts[group] = row
    }
    for (const [group, row] of firsts.entries()) if (row >= 0) yield { row, text: this.text(row), count: counts[group] }
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
    if (value > Number.MAX_SAFE_INTEGER || value < -Number.MAX_SAFE_INTEGER) this.hasLarge = true
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

/** Whether the mark of a number written in a form, of which there is one before three digits, may separate thousands. */
function mayBeThousands(form: number, size: number): boolean {
  return (form === 3 && size >= 1 && size < 1000) || (form === groupedForms && size < 1e6)
}

/** Approximate size of a text in bytes, including its entries in a list and an index. */
export function bytesOfText(text: string): number {
  return 80 + text.length
}

export function same(text: string): string {
  return text
}
