import { runToEnd, forEachPart, type CooperativeTask } from '../tasks/task'
import type { Column } from './table'
import { tallyNumbers } from './tally-numbers'

export { createColumn } from './create-column'
export type { Reading } from './reading'

/** Whether all cells of a column are finite numbers, known without a look at them; if not, they may be so all the same. */
export function isAllNumbers({ kind, texts }: Column): boolean {
  return kind === 'number' && texts.kind === 'forms' && texts.isPlain
}

/** Cells that are there but are no finite numbers: the row of the first, −1 where there is none, and how many. */
export interface UnusableCells {
  readonly first: number
  readonly count: number
}

/** What is unusable in a column that is read as numbers. */
export function unusableCells(column: Column): UnusableCells {
  return isAllNumbers(column) ? { first: -1, count: 0 } : runToEnd(unusableCellsTask(column))
}

/** What `unusableCells` answers, of any cells that are read as numbers. */
export function* unusableCellsTask({ values, missing }: Pick<Column, 'values' | 'missing'>): CooperativeTask<UnusableCells> {
  let first = -1
  let count = 0
  yield* forEachPart(values.length, (from, to) => {
    for (let row = from; row < to; row++) {
      // Of a finite number alone the difference from itself is 0.
      if (missing[row] === 1 || values[row] - values[row] === 0) continue
      if (count === 0) first = row
      count++
    }
  })
  return { first, count }
}

/** The numbers of a column that are finite, in file order; not to be changed, since they may be the column's own. */
export function finiteValues(column: Column): Float64Array {
  return runToEnd(finiteValuesTask(column))
}

/** What `finiteValues` answers. */
export function* finiteValuesTask(column: Column): CooperativeTask<Float64Array> {
  const { values } = column
  if (isAllNumbers(column)) return values
  const finite = new Float64Array(values.length)
  let count = 0
  yield* forEachPart(values.length, (from, to) => {
    // Of a finite number alone the difference from itself is 0.
    for (let row = from; row < to; row++) if (values[row] - values[row] === 0) finite[count++] = values[row]
  })
  return finite.subarray(0, count)
}

/** The different values of a column, the missing ones apart: numbers by their value, texts trimmed. */
export function distinctValues(column: Column): ReadonlySet<string | number> {
  return column.kind === 'number' ? new Set(finiteValues(column)) : new Set(runToEnd(textsTask(column)))
}

/** The different texts of a text column, the missing ones apart, in the order in which they occur first. */
function* textsTask({ texts, missing }: Column): CooperativeTask<readonly string[]> {
  if (texts.kind !== 'codes') return []
  const { codes, distinct } = texts
  const isPresent = new Uint8Array(distinct.length)
  yield* forEachPart(codes.length, (from, to) => {
    for (let row = from; row < to; row++) if (missing[row] === 0) isPresent[codes[row]] = 1
  })
  return distinct.filter((_, code) => isPresent[code] === 1)
}

const counts = new WeakMap<Column, number>()

/** How many different values a column has, the missing ones apart; counted once a column. */
export function countDistinct(column: Column): number {
  return runToEnd(distinctCountTask(column))
}

/** What `countDistinct` answers. */
export function* distinctCountTask(column: Column): CooperativeTask<number> {
  const known = counts.get(column)
  if (known !== undefined) return known
  const count = column.kind === 'number' ? yield* countDistinctNumbers(yield* finiteValuesTask(column)) : (yield* textsTask(column)).length
  counts.set(column, count)
  return count
}

/** How many different finite numbers there are, 0 and −0 being the same. */
export function* countDistinctNumbers(values: Float64Array): CooperativeTask<number> {
  let count = 0
  yield* tallyNumbers(values, ({ size }) => {
    count += size
  })
  return count
}
