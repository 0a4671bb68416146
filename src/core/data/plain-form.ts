import { withoutUnit } from './unit'
import { writtenAsOthers } from './written-otherwise'

/** Full-width letters, digits and marks, each 0xFEE0 above its ASCII counterpart. */
const fullWidth = /[\uFF01-\uFF5E]/g

/** The minus sign of typography, and the dashes that stand for it, before a digit or a decimal mark. */
const minusSign = /[\u2212\u2010-\u2013\uFE63](?=[\d.,])/g

/** Groups of three digits separated by a blank of any width, or by an apostrophe; the same mark throughout. */
const blankGroups = /^[+-]?\d{1,3}([ \u00A0\u2007-\u2009\u202F'\u2018\u2019\u02BC])\d{3}(?:\1\d{3})*(?=(?:[.,]\d*)?(?:\s*%)?$)/

/** Any of what `plainForm` replaces. */
const special =
  /[\uFF01-\uFF5E\u2212\u2010-\u2014\uFE63 \u00A0\u2007-\u2009\u202F'\u2018\u2019\u02BC\u0660-\u066C\u06F0-\u06F9\u0966-\u096F(×⋅]|[x·*]10|-$|%$/

/** Whether a cell has full-width characters. */
export function hasFullWidth(cell: string): boolean {
  return cell.search(fullWidth) >= 0
}

/** Whether a cell has a minus sign, or a dash for one, that is not the ASCII one. */
export function hasMinusSign(cell: string): boolean {
  return cell.search(minusSign) >= 0
}

/** Whether blanks or apostrophes separate the thousands of a number. */
export function hasBlankGroups(cell: string): boolean {
  return blankGroups.test(cell)
}

/** A cell's number written with ASCII digits, a decimal mark and at most a comma or point between thousands. */
export interface PlainForm {
  readonly text: string
  /** Whether a percent sign was taken off. */
  readonly isPercent: boolean
}

/**
 * Replaces full-width characters and minus signs of a trimmed cell by ASCII ones, what `writtenAsOthers` knows by the common form, and removes
 * a unit, blanks and apostrophes between thousands, and a final percent sign.
 */
export function plainForm(trimmed: string, unit?: string): PlainForm {
  const bare = unit === undefined ? trimmed : withoutUnit(trimmed, unit)
  if (!special.test(bare)) return { text: bare, isPercent: false }
  const narrow = writtenAsOthers(
    bare.replace(fullWidth, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(minusSign, '-')
  )
  const isPercent = narrow.endsWith('%')
  const number = isPercent ? narrow.slice(0, -1).trimEnd() : narrow
  return { text: number.replace(blankGroups, (digits, mark: string) => digits.replaceAll(mark, '')), isPercent }
}
