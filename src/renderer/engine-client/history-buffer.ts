import { historyColumns, validationColumns, type History } from '#core'

export const historySeries = [...historyColumns, ...validationColumns] as const
export type HistorySeries = (typeof historySeries)[number]

type Columns = Record<HistorySeries, Float64Array>

const columnsOf = (capacity: number) => Object.fromEntries(historySeries.map((name) => [name, new Float64Array(capacity)])) as Columns

/**
 * Room for the first epochs; doubled whenever it is full, so that a run of a million epochs copies each number twice at
 * most.
 */
const FIRST_CAPACITY = 256

/**
 * The curves of a run, growing: one number an epoch in each series, epoch 0 first. It lives outside reactivity, because
 * it may hold millions of numbers; who draws it is told by a counter (useEngine's `historyVersion`).
 */
export class HistoryBuffer {
  private columns = columnsOf(FIRST_CAPACITY)
  private count = 0

  /** Epochs held, epoch 0 included. */
  get length(): number {
    return this.count
  }

  /** A view of one series, valid until the next change. */
  series(name: HistorySeries): Float64Array {
    return this.columns[name].subarray(0, this.count)
  }

  /** Whether there are validation rows: epoch 0 is always evaluated. */
  get hasValidation(): boolean {
    return this.count > 0 && !Number.isNaN(this.columns.validationLoss[0])
  }

  /** The last epoch that was evaluated; −1 when there is none. */
  get lastEvaluated(): number {
    return this.series('trainLoss').findLastIndex((loss) => !Number.isNaN(loss))
  }

  /** The series' number at the last epoch that was evaluated; NaN when there is none. */
  last(name: HistorySeries): number {
    return this.columns[name][this.lastEvaluated] ?? Number.NaN
  }

  /**
   * Replaces everything from epoch `from` on. A gap before `from`, which only lost messages could leave, is filled with
   * NaN.
   */
  replaceFrom(from: number, history: History): void {
    const end = from + history.trainLoss.length
    this.reserve(end)
    for (const name of historySeries) {
      if (from > this.count) this.columns[name].fill(Number.NaN, this.count, from)
      const given = history[name]
      if (given) this.columns[name].set(given, from)
      else this.columns[name].fill(Number.NaN, from, end)
    }
    this.count = end
  }

  /** Takes over another buffer's numbers. */
  copyFrom(other: HistoryBuffer): void {
    this.reserve(other.count)
    for (const name of historySeries) this.columns[name].set(other.series(name))
    this.count = other.count
  }

  private reserve(length: number): void {
    if (length <= this.columns.trainLoss.length) return
    const grown = columnsOf(Math.max(length, 2 * this.columns.trainLoss.length))
    for (const name of historySeries) grown[name].set(this.series(name))
    this.columns = grown
  }
}

/**
 * Compares two histories as far as both go, from epoch 0 to `last`: `differsFrom` is the first epoch at which they differ in any bit of any
 * series, −1 when they agree.
 */
export function comparison(a: HistoryBuffer, b: HistoryBuffer): { last: number; differsFrom: number } {
  const last = Math.min(a.length, b.length) - 1
  const pairs = historySeries.map((name) => [a.series(name), b.series(name)] as const)
  for (let epoch = 0; epoch <= last; epoch++) {
    if (!pairs.every(([one, other]) => Object.is(one[epoch], other[epoch]))) return { last, differsFrom: epoch }
  }
  return { last, differsFrom: -1 }
}
