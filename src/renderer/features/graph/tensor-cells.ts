import type { ShownTensor } from '#core'
import { formatNumber } from '../../i18n/format'

/** A tensor's rows as far as its elements are there, as texts. */
export function cellRows({ rows, columns, elements }: ShownTensor): string[][] {
  const shown = Math.min(rows, Math.floor(elements.length / columns))
  return Array.from({ length: shown }, (_, i) => elements.slice(i * columns, (i + 1) * columns).map((element) => formatNumber(element)))
}

/** A value in a node: a number, or the shape of a matrix. */
export function nodeText({ rows, columns, elements }: ShownTensor): string {
  return rows * columns === 1 ? formatNumber(elements[0]) : `${rows}×${columns}`
}
