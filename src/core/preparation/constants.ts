import { byCodePoint } from '../data/code-point'
import { isAllNumbers } from '../data/columns'
import { gatherNumbers } from '../data/gather'
import { momentsTask } from '../data/statistics'
import type { Column, Table } from '../data/table'
import { tallyNumbers } from '../data/tally-numbers'
import { AppError } from '../messages/app-error'
import { runToEnd, forEachPart, type CooperativeTask } from '../tasks/task'
import { cellDetails, cellsOf } from './cells'
import { codedTexts } from './coded-texts'
import type { Labels } from './labels'
import type { FeatureConstants, TargetConstants } from './pipeline'
import { quantilesTask } from './quantile'
import type { MissingChoice, Scaling, TextEncoding } from '../settings/choices'
import type { Settings } from '../settings/settings'

/** A column of a table and the rows that constants are computed from. */
export interface Sample {
  readonly table: Table
  readonly column: Column
  readonly rows: Int32Array
}

/** Preprocessing settings of a feature. */
export interface Preparation {
  readonly missing: MissingChoice
  readonly encode: TextEncoding
  readonly scale: Scaling
}

/** Returns the preprocessing settings of a feature: its own, and else those for all. */
export function preparationOf({ missing, encode, scale, overrides }: Settings, name: string): Preparation {
  const own = Object.hasOwn(overrides, name) ? overrides[name] : {}
  return { missing: own.missing ?? missing, encode: own.encode ?? encode, scale: own.scale ?? scale }
}

/** Computes `featureConstantsTask` at once. */
export function featureConstants(sample: Sample, preparation: Preparation): FeatureConstants {
  return runToEnd(featureConstantsTask(sample, preparation))
}

/**
 * Computes the constants of a feature, each from the rows after the preceding steps: first the fill value, then the categories, then the
 * scaling of the numbers, filled ones included.
 * Throws: data, when there is no value to compute a fill value from.
 * Source: the order is that of scikit-learn's SimpleImputer, OneHotEncoder or OrdinalEncoder, and StandardScaler in one pipeline.
 */
export function* featureConstantsTask(sample: Sample, { missing, encode, scale: scaling }: Preparation): CooperativeTask<FeatureConstants> {
  const { column, rows } = sample
  const { name, kind } = column
  const present = yield* presentRows(column, rows)
  const fill = missing === 'drop' ? null : yield* fillTask(sample, present, missing)
  const chosen = { missing, encode, scaling, fill, indicator: missing === 'indicator' && present.length < rows.length }
  if (kind === 'number') {
    const numbers = yield* numbersIn(column, rows, Number(fill))
    return { name, kind, ...(yield* scalingTask(sample, numbers, scaling)), categories: [], ...chosen }
  }
  const counts = yield* countTexts(column, present)
  const categories = [...counts.keys()].sort(byCodePoint)
  if (encode === 'one-hot') return { name, kind, mean: 0, scale: 1, categories, ...chosen }
  const places = yield* placesOf(column, rows, { categories, fill })
  return { name, kind, ...(yield* scalingTask(sample, places, scaling)), categories, ...chosen }
}

/** Computes `targetConstantsTask` at once. */
export function targetConstants(sample: Sample, labels: Labels, scaling: Settings['scaleTargets'] = 'standard'): TargetConstants {
  return runToEnd(targetConstantsTask(sample, labels, scaling))
}

/** Computes the constants of a target. */
export function* targetConstantsTask(sample: Sample, labels: Labels, scaling: Settings['scaleTargets']): CooperativeTask<TargetConstants> {
  const { column, rows } = sample
  const { name } = column
  if (labels.kind !== 'number') return { kind: labels.kind, name, classes: labels.names }
  const numbers = yield* gatherNumbers(cellsOf(column, 'number').values, rows)
  return { kind: 'number', name, ...(yield* scalingTask(sample, numbers, scaling)) }
}

/** Returns the rows in which a column has a value. */
function* presentRows(column: Column, rows: Int32Array): CooperativeTask<Int32Array> {
  if (isAllNumbers(column)) return rows
  const { missing } = column
  const present = new Int32Array(rows.length)
  let count = 0
  yield* forEachPart(rows.length, (from, to) => {
    for (let i = from; i < to; i++) if (missing[rows[i]] === 0) present[count++] = rows[i]
  })
  return present.subarray(0, count)
}

/** Computes the replacement of missing cells. */
function* fillTask({ column }: Sample, present: Int32Array, missing: Exclude<MissingChoice, 'drop'>): CooperativeTask<number | string> {
  if (present.length === 0) throw new AppError('data.no-values', { name: column.name })
  if (column.kind === 'text') {
    const counts = yield* countTexts(column, present)
    return [...counts].reduce((best, one) => ((one[1] - best[1] || byCodePoint(best[0], one[0])) > 0 ? one : best))[0]
  }
  const values = yield* gatherNumbers(column.values, present)
  if (missing === 'median') return (yield* quantilesTask(values, [0.5]))[0]
  if (missing === 'mode') return yield* mostFrequent(values)
  return (yield* momentsTask(values)).mean
}

/** Returns the most frequent number; of several, the smallest. Source: scikit-learn's SimpleImputer. */
function* mostFrequent(values: Float64Array): CooperativeTask<number> {
  let best = 0
  let most = 0
  yield* tallyNumbers(values, (tally) =>
    tally.forEach((number, count) => {
      if (count < most || (count === most && number > best)) return
      best = number
      most = count
    })
  )
  return best
}

/** Counts the occurrences of each text in the rows. */
function* countTexts(column: Column, rows: Int32Array): CooperativeTask<ReadonlyMap<string, number>> {
  const { codes, distinct } = codedTexts(column)
  const counts = new Int32Array(distinct.length)
  yield* forEachPart(rows.length, (from, to) => {
    for (let i = from; i < to; i++) counts[codes[rows[i]]]++
  })
  return new Map(distinct.flatMap((text, code) => (counts[code] > 0 ? [[text, counts[code]] as const] : [])))
}

/** Returns the index of each row's category. */
function* placesOf(
  column: Column,
  rows: Int32Array,
  { categories, fill }: Pick<FeatureConstants, 'categories' | 'fill'>
): CooperativeTask<Float64Array> {
  const { codes, distinct } = codedTexts(column)
  const { missing } = column
  const places = new Map(categories.map((category, place) => [category, place]))
  const placeOfCode = Float64Array.from(distinct, (text) => places.get(text) ?? 0)
  const placeOfFill = places.get(String(fill)) ?? 0
  const result = new Float64Array(rows.length)
  yield* forEachPart(rows.length, (from, to) => {
    for (let i = from; i < to; i++) result[i] = missing[rows[i]] === 1 ? placeOfFill : placeOfCode[codes[rows[i]]]
  })
  return result
}

/** Returns the number of each row, missing ones filled in. */
function* numbersIn(column: Column, rows: Int32Array, fill: number): CooperativeTask<Float64Array> {
  const { missing, values } = column
  if (isAllNumbers(column)) return yield* gatherNumbers(values, rows)
  const numbers = new Float64Array(rows.length)
  yield* forEachPart(rows.length, (from, to) => {
    for (let i = from; i < to; i++) numbers[i] = missing[rows[i]] === 1 ? fill : values[rows[i]]
  })
  return numbers
}

/**
 * Computes offset and divisor of the scaling; a divisor of 0 counts as 1.
 * Throws: data, when the numbers are too far apart for their spread to be finite.
 */
function* scalingTask(
  { table, column, rows }: Sample,
  values: Float64Array,
  scaling: Scaling
): CooperativeTask<{ mean: number; scale: number }> {
  if (scaling === 'none') return { mean: 0, scale: 1 }
  const { mean, scale } = yield* spreadTask(values, scaling)
  if (!Number.isFinite(scale)) {
    const largest = values.reduce((best, value, i) => (value > values[best] ? i : best), 0)
    throw new AppError('data.out-of-range', cellDetails(table, column, rows[largest]))
  }
  return { mean, scale: scale || 1 }
}

function* spreadTask(values: Float64Array, scaling: Exclude<Scaling, 'none'>): CooperativeTask<{ mean: number; scale: number }> {
  if (scaling === 'robust') {
    const [lower, median, upper] = yield* quantilesTask(values, [0.25, 0.5, 0.75])
    return { mean: median, scale: upper - lower }
  }
  const { mean, deviation, minimum, maximum } = yield* momentsTask(values)
  return scaling === 'standard' ? { mean, scale: deviation } : { mean: minimum, scale: maximum - minimum }
}
