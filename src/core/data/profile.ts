import { finish, inParts, type Work } from '../tasks/task'
import { byCodePoint } from './code-point'
import type { Column } from './table'

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

/** What `findDistribution` answers. */
export function distributionOf(column: Column, most: { readonly bins: number; readonly bars: number }): Distribution {
  return finish(findDistribution(column, most))
}

/**
 * The distribution of a column, missing cells and cells that are no finite numbers apart. The last bin includes its upper
 * end; a column with one value has one bin, one without any has none.
 */
export function* findDistribution(column: Column, most: { readonly bins: number; readonly bars: number }): Work<Distribution> {
  return column.kind === 'number' ? yield* findHistogram(column.values, most.bins) : categoriesOf(yield* findCounts(column), most.bars)
}

function* findHistogram(values: Float64Array, bins: number): Work<Distribution> {
  const { from, to, count } = yield* findRange(values)
  if (count === 0) return { kind: 'histogram', from: 0, to: 0, counts: [] }
  if (from === to) return { kind: 'histogram', from, to, counts: [count] }
  const counts = new Float64Array(bins)
  // Halves, so that the width of numbers from both ends of the range is finite.
  const half = to / 2 - from / 2
  yield* inParts(values.length, (first, end) => {
    for (let row = first; row < end; row++) {
      const x = values[row]
      if (x - x === 0) counts[Math.min(bins - 1, Math.floor(((x / 2 - from / 2) / half) * bins))]++
    }
  })
  return { kind: 'histogram', from, to, counts: Array.from(counts) }
}

/** The least and the largest finite number, and how many there are. */
function* findRange(values: Float64Array): Work<{ readonly from: number; readonly to: number; readonly count: number }> {
  let [from, to, count] = [Infinity, -Infinity, 0]
  yield* inParts(values.length, (first, end) => {
    for (let row = first; row < end; row++) {
      const x = values[row]
      // Of a finite number alone the difference from itself is 0.
      if (x - x !== 0) continue
      if (x < from) from = x
      if (x > to) to = x
      count++
    }
  })
  return { from, to, count }
}

function categoriesOf(counts: ReadonlyMap<string, number>, most: number): Distribution {
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))
  const rest = sorted.slice(most)
  return {
    kind: 'categories',
    bars: sorted.slice(0, most).map(([value, count]) => ({ value, count })),
    others: { values: rest.length, rows: rest.reduce((sum, [, count]) => sum + count, 0) }
  }
}

/** How often each text occurs that is not missing. */
function* findCounts({ texts, missing }: Column): Work<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  if (texts.kind !== 'codes') return counts
  const { codes, distinct } = texts
  const byCode = new Float64Array(distinct.length)
  yield* inParts(codes.length, (from, to) => {
    for (let row = from; row < to; row++) if (missing[row] === 0) byCode[codes[row]]++
  })
  byCode.forEach((count, code) => {
    if (count > 0) counts.set(distinct[code], count)
  })
  return counts
}
