import { byCodePoint } from './code-point'
import { finiteValues } from './columns'
import { momentsOf } from './statistics'
import { cellText, type Column } from './table'

/** How often what occurs in a column: numbers in bins of equal width, texts one by one. */
export type Distribution =
  | { readonly kind: 'histogram'; readonly from: number; readonly to: number; readonly counts: readonly number[] }
  | {
      readonly kind: 'categories'
      /** The most frequent values, then by code point. */
      readonly bars: readonly { readonly value: string; readonly count: number }[]
      /** The values that have no bar: how many, and in how many rows. */
      readonly others: { readonly values: number; readonly rows: number }
    }

/**
 * The distribution of a column, missing cells and cells that are no finite numbers apart. The last bin includes its upper
 * end; a column with one value has one bin, one without any has none.
 */
export function distributionOf(column: Column, most: { readonly bins: number; readonly bars: number }): Distribution {
  return column.kind === 'number' ? histogramOf(finiteValues(column), most.bins) : categoriesOf(column, most.bars)
}

function histogramOf(values: Float64Array, bins: number): Distribution {
  if (values.length === 0) return { kind: 'histogram', from: 0, to: 0, counts: [] }
  const { minimum: from, maximum: to } = momentsOf(values)
  if (from === to) return { kind: 'histogram', from, to, counts: [values.length] }
  const counts = Array.from({ length: bins }, () => 0)
  // Halves, so that the width of numbers from both ends of the range is finite.
  const half = to / 2 - from / 2
  for (const x of values) counts[Math.min(bins - 1, Math.floor(((x / 2 - from / 2) / half) * bins))]++
  return { kind: 'histogram', from, to, counts }
}

function categoriesOf(column: Column, most: number): Distribution {
  const counts = new Map<string, number>()
  column.missing.forEach((isMissing, row) => {
    if (isMissing === 1) return
    const value = cellText(column, row)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  })
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))
  const rest = sorted.slice(most)
  return {
    kind: 'categories',
    bars: sorted.slice(0, most).map(([value, count]) => ({ value, count })),
    others: { values: rest.length, rows: rest.reduce((sum, [, count]) => sum + count, 0) }
  }
}
