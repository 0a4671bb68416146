import type { ShownTensor } from '#core'
import { formatNumber, formatScientific } from '../../i18n/format'

/** A tensor's rows as far as its elements are there, as texts. */
export function cellRows({ rows, columns, elements }: ShownTensor): string[][] {
  const shown = Math.min(rows, Math.floor(elements.length / columns))
  return Array.from({ length: shown }, (_, i) => elements.slice(i * columns, (i + 1) * columns).map((element) => formatNumber(element)))
}

/** More characters of a number would stand on the sign of its node. */
const MOST_CHARACTERS = 8

/** A value in a node: a number, or the shape of a matrix. One with many zeros after its point has an exponent, as there is little room. */
export function nodeText({ rows, columns, elements }: ShownTensor): string {
  if (rows * columns > 1) return `${rows}×${columns}`
  const text = formatNumber(elements[0])
  return text.length > MOST_CHARACTERS ? formatScientific(elements[0], 1) : text
}
