import { runToEnd, forEachPart, type CooperativeTask } from '../tasks/task'
import { columnType, type ColumnType } from './column-type'
import { distinctCountTask, finiteValuesTask, isAllNumbers } from './columns'
import { momentsTask } from './statistics'
import type { Column } from './table'

/** Summary statistics of a column. */
export interface ColumnSummary {
  readonly name: string
  readonly kind: 'number' | 'text'
  readonly type: ColumnType
  /** Number of missing cells. */
  readonly missing: number
  /** Number of distinct values, without missing ones. */
  readonly distinct: number
  /** For numbers, where at least one is finite. */
  readonly minimum?: number
  readonly maximum?: number
  readonly mean?: number
  /** The population standard deviation. */
  readonly deviation?: number
}

const summaries = new WeakMap<Column, ColumnSummary>()

/** Summarizes a column, once; cells that are not finite numbers are ignored in the statistics of a numeric column. */
export function summarizeColumn(column: Column): ColumnSummary {
  return runToEnd(summaryTask(column))
}

/** Computes `summarizeColumn` cooperatively. */
export function* summaryTask(column: Column): CooperativeTask<ColumnSummary> {
  const known = summaries.get(column)
  if (known) return known
  const missing = yield* countMissing(column)
  const distinct = yield* distinctCountTask(column)
  const { name, kind } = column
  const numbers = kind === 'number' ? yield* finiteValuesTask(column) : new Float64Array(0)
  const moments = numbers.length > 0 ? yield* momentsTask(numbers) : {}
  const summary = { name, kind, type: columnType(column), missing, distinct, ...moments }
  summaries.set(column, summary)
  return summary
}

function* countMissing(column: Column): CooperativeTask<number> {
  if (isAllNumbers(column)) return 0
  const { missing } = column
  let count = 0
  yield* forEachPart(missing.length, (from, to) => {
    for (let row = from; row < to; row++) count += missing[row]
  })
  return count
}
