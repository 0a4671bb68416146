import type { DecimalMark } from './number'
import { writeNumber } from './written-number'

/** The trimmed texts of a column's cells, each kept as a number: few different texts make them small. */
export interface CodedTexts {
  readonly kind: 'codes'
  /** [rows], places in `distinct`. */
  readonly codes: Int32Array
  /** Every text once, in the order in which they occur first. */
  readonly distinct: readonly string[]
}

/** The trimmed texts of a column of numbers, kept as the values and the way each is written. */
export interface WrittenTexts {
  readonly kind: 'forms'
  /** [rows]: a form of written-number.ts; from `commonForms` on, a place in `common`; or `rareForm`. */
  readonly forms: Uint8Array
  readonly decimal: DecimalMark
  /** Whether all cells are plain numbers: none is missing, none is without a finite value, none has a mark but that of decimals. */
  readonly isPlain: boolean
  /** Texts that no form writes, the first ones met. */
  readonly common: readonly string[]
  /** Further such texts, by row. */
  readonly rare: ReadonlyMap<number, string>
}

export type CellTexts = CodedTexts | WrittenTexts

export const commonForms = 128
export const rareForm = 255

/** How many texts `common` has room for. */
export const mostCommon = rareForm - commonForms

/** The trimmed text of the cell in a row, whose value is given; exactly as it stands in the file. */
export function textAt(texts: CellTexts, values: Float64Array, row: number): string {
  if (texts.kind === 'codes') return texts.distinct[texts.codes[row]]
  const form = texts.forms[row]
  if (form < commonForms) return writeNumber(values[row], form, texts.decimal)
  return form === rareForm ? (texts.rare.get(row) ?? '') : texts.common[form - commonForms]
}
