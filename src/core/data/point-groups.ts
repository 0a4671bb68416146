import type { Column } from './table'

/**
 * Returns the first row of a column in which a point may separate thousands though it is read as the decimal mark, −1 where there is none.
 * Where all numbers with a point have three decimals and lie between 1 and 1000, and the others are whole and below 1000, `1.299` beside `899`
 * is rather 1299: numbers rounded to three decimals hardly ever end in three zeros, and are not written without them.
 */
export function firstPointGroup({ kind, texts, values, missing, notation }: Column): number {
  if (kind !== 'number' || texts.kind !== 'forms' || notation !== undefined) return -1
  const { forms } = texts
  let first = -1
  let hasWhole = false
  for (let row = 0; row < forms.length; row++) {
    if (missing[row] === 1) continue
    const size = Math.abs(values[row])
    if (!(size < 1000)) return -1
    if (forms[row] === 0) hasWhole = true
    else if (forms[row] !== 3 || size < 1) return -1
    else if (first < 0) first = row
  }
  return hasWhole ? first : -1
}
