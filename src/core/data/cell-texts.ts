import type { DecimalMark } from './number'
import { writeNumber } from './written-number'

/** The trimmed texts of a column's cells, dictionary-encoded: compact where there are few distinct texts. */
export interface CodedTexts {
  readonly kind: 'codes'
  /** [rows], indices into `distinct`. */
  readonly codes: Int32Array
  /** Every text once, in order of first occurrence. */
  readonly distinct: readonly string[]
}

/** The trimmed texts of a numeric column, stored as the values and the form in which each is written. */
export interface WrittenTexts {
  readonly kind: 'forms'
  /** [rows]: a form of written-number.ts; from `commonForms` on, an index into `common`; or `rareForm`. */
  readonly forms: Uint8Array
  readonly decimal: DecimalMark
  /** Whether all cells are plain numbers: none missing, none without a finite value, none with a mark other than the decimal mark. */
  readonly isPlain: boolean
  /** The first texts met that no form can write. */
  readonly common: readonly string[]
  /** Further such texts, by row. */
  readonly rare: ReadonlyMap<number, string>
}

export type CellTexts = CodedTexts | WrittenTexts

export const commonForms = 128
export const rareForm = 255

/** Capacity of `common`. */
export const mostCommon = rareForm - commonForms

/** Returns the trimmed text of the cell in a row, exactly as in the file. */
export function textAt(texts: CellTexts, values: Float64Array, row: number): string {
  if (texts.kind === 'codes') return texts.distinct[texts.codes[row]]
  const form = texts.forms[row]
  if (form < commonForms) return writeNumber(values[row], form, texts.decimal)
  return form === rareForm ? (texts.rare.get(row) ?? '') : texts.common[form - commonForms]
}
