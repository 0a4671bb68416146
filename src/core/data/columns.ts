import { runToEnd, forEachPart, type CooperativeTask } from '../tasks/task'
import type { Column } from './table'
import { tallyNumbers } from './tally-numbers'

export { createColumn } from './create-column'
export type { Reading } from './reading'

/** Whether all cells of a column are known to be finite numbers without scanning them; false does not exclude it. */
export function isAllNumbers({ kind, texts }: Column): boolean {
  return kind === 'number' && texts.kind === 'forms' && texts.isPlain
}

/** Cells that are present but not finite numbers: the row of the first, −1 where there is none, and their number. */
export interface UnusableCells {
  readonly first: number
  readonly count: number
}

/** Finds the unusable cells of a numeric column. */
export function unusableCells(column: Column): UnusableCells {
  return isAllNumbers(column) ? { first: -1, count: 0 } : runToEnd(unusableCellsTask(column))
}

/** Computes `unusableCells` cooperatively, for any cells read as numbers. */
export function* unusableCellsTask({ values, missing }: Pick<Column, 'values' | 'missing'>): CooperativeTask<UnusableCells> {
  let first = -1
  let count = 0
  yield* forEachPart(values.length, (from, to) => {
    for (let row = from; row < to; row++) {
      // x − x is 0 only for a finite x.
      if (missing[row] === 1 || values[row] - values[row] === 0) continue
      if (count === 0) first = row
      count++
    }
  })
  return { first, count }
}

/** Returns the finite numbers of a column, in file order; not to be modified, since they may be the column's own array. */
export function finiteValues(column: Column): Float64Array {
  return runToEnd(finiteValuesTask(column))
}

/** Computes `finiteValues` cooperatively. */
export function* finiteValuesTask(column: Column): CooperativeTask<Float64Array> {
  const { values } = column
  if (isAllNumbers(column)) return values
  const finite = new Float64Array(values.length)
  let count = 0
  yield* forEachPart(values.length, (from, to) => {
    // x − x is 0 only for a finite x.
    for (let row = from; row < to; row++) if (values[row] - values[row] === 0) finite[count++] = values[row]
  })
  return finite.subarray(0, count)
}

/** Returns the distinct values of a column, without missing ones: numbers by value, texts trimmed. */
export function distinctValues(column: Column): ReadonlySet<string | number> {
  return column.kind === 'number' ? new Set(finiteValues(column)) : new Set(runToEnd(textsTask(column)))
}

/** Returns the distinct texts of a text column, without missing ones, in order of first occurrence. */
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

/** Counts the distinct values of a column, without missing ones; once for each column. */
export function countDistinct(column: Column): number {
  return runToEnd(distinctCountTask(column))
}

/** Computes `countDistinct` cooperatively. */
export function* distinctCountTask(column: Column): CooperativeTask<number> {
  const known = counts.get(column)
  if (known !== undefined) return known
  const count = column.kind === 'number' ? yield* countDistinctNumbers(yield* finiteValuesTask(column)) : (yield* textsTask(column)).length
  counts.set(column, count)
  return count
}

/** Counts distinct finite numbers; 0 and −0 are the same. */
export function* countDistinctNumbers(values: Float64Array): CooperativeTask<number> {
  let count = 0
  yield* tallyNumbers(values, ({ size }) => {
    count += size
  })
  return count
}
