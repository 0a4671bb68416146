import { byCodePoint } from '../data/code-point'
import { momentsOf } from '../data/statistics'
import { cellText, type Column, type Table } from '../data/table'
import { LabError } from '../errors'
import { cellDetails, cellsOf } from './cells'
import type { Labels } from './labels'
import type { FeatureConstants, TargetConstants } from './pipeline'
import { quantile, sortedNumbers } from './quantile'
import type { MissingChoice, Scaling, Settings, TextEncoding } from './settings'

/** Column, table and the rows of it that constants are taken from. */
export interface Sample {
  readonly table: Table
  readonly column: Column
  readonly rows: Int32Array
}

/** How a feature is to be prepared. */
export interface Preparation {
  readonly missing: MissingChoice
  readonly encode: TextEncoding
  readonly scale: Scaling
}

/** How a feature is to be prepared: by its own choices, and else by those for all. */
export function preparationOf({ missing, encode, scale, overrides }: Settings, name: string): Preparation {
  const own = Object.hasOwn(overrides, name) ? overrides[name] : {}
  return { missing: own.missing ?? missing, encode: own.encode ?? encode, scale: own.scale ?? scale }
}

/**
 * The constants of a feature, each from what the steps before it make of the rows: first what is filled in, then the categories, then
 * the scaling of the numbers, the filled ones among them.
 * Throws: data, when there is nothing to fill in from.
 * Source: the order is that of scikit-learn's SimpleImputer, OneHotEncoder or OrdinalEncoder, and StandardScaler in one pipeline.
 */
export function featureConstants(sample: Sample, { missing, encode, scale: scaling }: Preparation): FeatureConstants {
  const { column, rows } = sample
  const { name, kind } = column
  const present = rows.filter((row) => column.missing[row] === 0)
  const fill = missing === 'drop' ? null : fillOf(sample, present, missing)
  const indicator = missing === 'indicator' && present.length < rows.length
  const chosen = { missing, encode, scaling, fill, indicator }
  if (kind === 'number') {
    return { name, kind, ...scalingOf(sample, numbersOf(rows, filled(column, fill)), scaling), categories: [], ...chosen }
  }
  const categories = [...new Set(Array.from(present, (row) => cellText(column, row)))].sort(byCodePoint)
  if (encode === 'one-hot') return { name, kind, mean: 0, scale: 1, categories, ...chosen }
  const places = new Map(categories.map((category, place) => [category, place]))
  const place = (row: number) => places.get(column.missing[row] === 1 ? String(fill) : cellText(column, row)) ?? 0
  return { name, kind, ...scalingOf(sample, numbersOf(rows, place), scaling), categories, ...chosen }
}

/** The constants of a target. */
export function targetConstants(sample: Sample, labels: Labels, scaling: Settings['scaleTargets'] = 'standard'): TargetConstants {
  const { column, rows } = sample
  const { name } = column
  if (labels.kind !== 'number') return { kind: labels.kind, name, classes: labels.names }
  const { values } = cellsOf(column, 'number')
  return { kind: 'number', name, ...scalingOf(sample, numbersOf(rows, (row) => values[row]), scaling) }
}

/** What missing cells are taken for. */
function fillOf(sample: Sample, present: Int32Array, missing: Exclude<MissingChoice, 'drop'>): number | string {
  const { column } = sample
  if (present.length === 0) throw new LabError('data.no-values', { name: column.name })
  if (column.kind === 'text') return mostFrequent(Array.from(present, (row) => cellText(column, row)), byCodePoint)
  const values = numbersOf(present, (row) => column.values[row])
  if (missing === 'median') return quantile(sortedNumbers(values), 0.5)
  if (missing === 'mode') return mostFrequent(values, (a, b) => a - b)
  return momentsOf(values).mean
}

/** The value that occurs most often; of several the one that sorts first. Source: scikit-learn's SimpleImputer. */
function mostFrequent<T>(values: Iterable<T>, compare: (a: T, b: T) => number): T {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] - best[1] || compare(best[0], one[0])) > 0 ? one : best)[0]
}

function filled({ missing, values }: Column, fill: number | string | null): (row: number) => number {
  return (row) => (missing[row] === 1 ? Number(fill) : values[row])
}

/** One number a row; a plain loop, since `Float64Array.from` takes several times as long. */
function numbersOf(rows: Int32Array, numberAt: (row: number) => number): Float64Array {
  const numbers = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) numbers[i] = numberAt(rows[i])
  return numbers
}

/**
 * What numbers are shifted and divided by; a spread of 0 counts as 1.
 * Throws: data, when the numbers lie too far apart for their spread to be a number.
 */
function scalingOf({ table, column, rows }: Sample, values: Float64Array, scaling: Scaling): { mean: number; scale: number } {
  if (scaling === 'none') return { mean: 0, scale: 1 }
  const { mean, scale } = spreadOf(values, scaling)
  if (!Number.isFinite(scale)) {
    const largest = values.reduce((best, value, i) => (value > values[best] ? i : best), 0)
    throw new LabError('data.out-of-range', cellDetails(table, column, rows[largest]))
  }
  return { mean, scale: scale || 1 }
}

function spreadOf(values: Float64Array, scaling: Exclude<Scaling, 'none'>): { mean: number; scale: number } {
  if (scaling === 'robust') {
    const sorted = sortedNumbers(values)
    return { mean: quantile(sorted, 0.5), scale: quantile(sorted, 0.75) - quantile(sorted, 0.25) }
  }
  const { mean, deviation, minimum, maximum } = momentsOf(values)
  return scaling === 'standard' ? { mean, scale: deviation } : { mean: minimum, scale: maximum - minimum }
}

