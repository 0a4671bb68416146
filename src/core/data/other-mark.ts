import type { Details } from '../messages/catalogue'
import { isAmbiguous } from './notation'
import { parseNumber, plainNotation } from './number'
import { plainForm } from './plain-form'
import type { Column } from './table'

/**
 * Returns details for a cell that is a number with another decimal mark than its column: both marks, and the cell in the column's; none
 * where it is something else, or its mark may separate thousands.
 */
export function otherMark({ notation = plainNotation, dates }: Column, text: string): Details {
  const mark = notation.decimal
  const other = mark === ',' ? '.' : ','
  const plain = plainForm(text, notation.unit).text
  if (dates || !plain.includes(other) || isAmbiguous(plain)) return {}
  return Number.isNaN(parseNumber(plain, { decimal: other, grouped: false })) ? {} : { mark, other, written: text.replace(other, mark) }
}
