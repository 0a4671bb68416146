import { runToEnd, forEachPart, type CooperativeTask } from '../tasks/task'
import { byCodePoint } from './code-point'
import type { Column } from './table'

/** Distribution of a column: counts of numbers in bins of equal width, of texts one by one. */
export type Distribution =
  | { readonly kind: 'histogram'; readonly from: number; readonly to: number; readonly counts: readonly number[] }
  | {
      readonly kind: 'categories'
      /** The most frequent values, then by code point. */
      readonly bars: readonly { readonly value: string; readonly count: number }[]
      /** Values without a bar: their number, and the number of their rows. */
      readonly others: { readonly values: number; readonly rows: number }
    }

/** Computes `distributionTask` at once. */
export function distributionOf(column: Column, most: { readonly bins: number; readonly bars: number }): Distribution {
  return runToEnd(distributionTask(column, most))
}

/**
 * Computes the distribution of a column, without missing cells and cells that are not finite numbers. The last bin includes its upper
 * end; a column with one value has one bin, one without any has none.
 */
export function* distributionTask(column: Column, most: { readonly bins: number; readonly bars: number }): CooperativeTask<Distribution> {
  return column.kind === 'number' ? yield* histogramTask(column.values, most.bins) : categoriesOf(yield* countsTask(column), most.bars)
}

function* histogramTask(values: Float64Array, bins: number): CooperativeTask<Distribution> {
  const { from, to, count } = yield* rangeTask(values)
  if (count === 0) return { kind: 'histogram', from: 0, to: 0, counts: [] }
  if (from === to) return { kind: 'histogram', from, to, counts: [count] }
  const counts = new Float64Array(bins)
  // Halves, so that the width of numbers from both ends of the range is finite.
  const half = to / 2 - from / 2
  yield* forEachPart(values.length, (first, end) => {
    for (let row = first; row < end; row++) {
      const x = values[row]
      if (x - x === 0) counts[Math.min(bins - 1, Math.floor(((x / 2 - from / 2) / half) * bins))]++
    }
  })
  return { kind: 'histogram', from, to, counts: Array.from(counts) }
}

/** Finds the smallest and the largest finite number, and counts the finite ones. */
function* rangeTask(values: Float64Array): CooperativeTask<{ readonly from: number; readonly to: number; readonly count: number }> {
  let [from, to, count] = [Infinity, -Infinity, 0]
  yield* forEachPart(values.length, (first, end) => {
    for (let row = first; row < end; row++) {
      const x = values[row]
      // x − x is 0 only for a finite x.
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

/** Counts the occurrences of each text that is not missing. */
function* countsTask({ texts, missing }: Column): CooperativeTask<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  if (texts.kind !== 'codes') return counts
  const { codes, distinct } = texts
  const byCode = new Float64Array(distinct.length)
  yield* forEachPart(codes.length, (from, to) => {
    for (let row = from; row < to; row++) if (missing[row] === 0) byCode[codes[row]]++
  })
  byCode.forEach((count, code) => {
    if (count > 0) counts.set(distinct[code], count)
  })
  return counts
}
