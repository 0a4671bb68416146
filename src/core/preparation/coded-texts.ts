import type { CodedTexts } from '../data/cell-texts'
import { cellText, type Column } from '../data/table'

const coded = new WeakMap<Column, CodedTexts>()

/** Returns the cells of a column as dictionary-encoded texts; computed once where they are stored as numbers. */
export function codedTexts(column: Column): CodedTexts {
  if (column.texts.kind === 'codes') return column.texts
  const known = coded.get(column)
  if (known) return known
  const places = new Map<string, number>()
  const codes = new Int32Array(column.missing.length)
  for (let row = 0; row < codes.length; row++) {
    const text = cellText(column, row)
    const code = places.get(text) ?? places.size
    places.set(text, code)
    codes[row] = code
  }
  const texts: CodedTexts = { kind: 'codes', codes, distinct: [...places.keys()] }
  coded.set(column, texts)
  return texts
}
