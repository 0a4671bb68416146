import { runToEnd, forEachPart, type CooperativeTask } from '../tasks/task'
import { isAllNumbers } from './columns'
import { gatherNumbers } from './gather'
import { groupNumbersTask } from './group-numbers'
import type { Column } from './table'

/** Strength of the association of two columns: Pearson's r from −1 to 1, the correlation ratio η or Cramér's V from 0 to 1. */
export interface Association {
  readonly kind: 'pearson' | 'correlation-ratio' | 'cramers-v'
  readonly value: number
}

/** With more groups than this, or fewer than two rows a group on average, a ratio is no evidence of an association. */
const mostGroups = 1000

/** Computes `associationTask` at once. */
export function associationOf(column: Column, target: Column, kind: 'classes' | 'number'): Association | null {
  return runToEnd(associationTask(column, target, kind))
}

/**
 * Computes the association of a column with a target over the rows in which both have a usable value: r of two numeric columns, η of a
 * numeric and a categorical one, V of two categorical ones. `kind` tells whether the target's values count as numbers or as classes.
 * Null where it is not defined: too few rows, a constant, too many groups.
 */
export function* associationTask(column: Column, target: Column, kind: 'classes' | 'number'): CooperativeTask<Association | null> {
  const rows = yield* usableRowsTask(column, target)
  const isNumber = column.kind === 'number'
  const hasNumbers = kind === 'number' && target.kind === 'number'
  if (isNumber && hasNumbers) return defined('pearson', yield* pearson(yield* gatherNumbers(column.values, rows), yield* gatherNumbers(target.values, rows)))
  const groups = hasNumbers ? null : yield* groupsTask(target, rows)
  if (groups && isNumber) return defined('correlation-ratio', yield* correlationRatio(groups, yield* gatherNumbers(column.values, rows)))
  const others = yield* groupsTask(column, rows)
  if (hasNumbers) return defined('correlation-ratio', others && (yield* correlationRatio(others, yield* gatherNumbers(target.values, rows))))
  return defined('cramers-v', groups && others && (yield* cramersV(others, groups)))
}

/** Returns an association, or null where its value is not defined. */
function defined(kind: Association['kind'], value: number | null): Association | null {
  return value === null || !Number.isFinite(value) ? null : { kind, value }
}

/** Returns the rows in which both columns have a value, and a finite one where it is a number. */
function* usableRowsTask(a: Column, b: Column): CooperativeTask<Int32Array> {
  const rows = new Int32Array(a.missing.length)
  let count = 0
  const isUsableA = usable(a)
  const isUsableB = usable(b)
  yield* forEachPart(rows.length, (from, to) => {
    for (let row = from; row < to; row++) if (isUsableA(row) && isUsableB(row)) rows[count++] = row
  })
  return rows.subarray(0, count)
}

function usable(column: Column): (row: number) => boolean {
  const { kind, missing, values } = column
  if (isAllNumbers(column)) return () => true
  // Of a finite number alone the difference from itself is 0.
  return kind === 'text' ? (row) => missing[row] === 0 : (row) => missing[row] === 0 && values[row] - values[row] === 0
}

/** The group of each row, numbered in order of first occurrence; equal numbers are one group. */
export interface Groups {
  readonly codes: Int32Array
  readonly count: number
}

/** Returns null where there are too few groups or too many. */
function* groupsTask(column: Column, rows: Int32Array): CooperativeTask<Groups | null> {
  const most = Math.min(mostGroups, rows.length / 2)
  const { texts, values } = column
  const keys = column.kind === 'text' && texts.kind === 'codes' ? texts.codes : values
  const groups = yield* groupNumbersTask(keys, rows, most)
  return groups === null || groups.firsts.length < 2 ? null : { codes: groups.codes, count: groups.firsts.length }
}

/** Computes deviations from the mean, divided by the largest so that squares neither overflow nor underflow; null for a constant. */
function* deviationsTask(values: Float64Array): CooperativeTask<Float64Array | null> {
  const count = values.length
  let mean = 0
  yield* forEachPart(count, (from, to) => {
    for (let i = from; i < to; i++) mean += values[i] / count
  })
  let largest = 0
  const deviations = new Float64Array(count)
  yield* forEachPart(count, (from, to) => {
    for (let i = from; i < to; i++) {
      deviations[i] = values[i] - mean
      largest = Math.max(largest, Math.abs(deviations[i]))
    }
  })
  if (!(largest > 0) || !Number.isFinite(largest)) return null
  yield* forEachPart(count, (from, to) => {
    for (let i = from; i < to; i++) deviations[i] /= largest
  })
  return deviations
}

/**
 * Computes Pearson's r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²); null where one of them is constant.
 * Source: K. Pearson, 1895.
 */
export function* pearson(x: Float64Array, y: Float64Array): CooperativeTask<number | null> {
  const a = yield* deviationsTask(x)
  const b = yield* deviationsTask(y)
  if (!a || !b) return null
  let [product, squaresA, squaresB] = [0, 0, 0]
  yield* forEachPart(a.length, (from, to) => {
    for (let i = from; i < to; i++) {
      product += a[i] * b[i]
      squaresA += a[i] * a[i]
      squaresB += b[i] * b[i]
    }
  })
  return Math.max(-1, Math.min(1, product / Math.sqrt(squaresA * squaresB)))
}

/**
 * Computes the correlation ratio η = √(Σ_g n_g (ȳ_g − ȳ)² / Σ (y − ȳ)²): the square root of the between-group share of variance; null
 * where the numbers are constant.
 * Source: R. A. Fisher, Statistical Methods for Research Workers, 1925, §45.
 */
export function* correlationRatio({ codes, count }: Groups, values: Float64Array): CooperativeTask<number | null> {
  const deviations = yield* deviationsTask(values)
  if (!deviations) return null
  const sums = new Float64Array(count)
  const sizes = new Float64Array(count)
  let total = 0
  yield* forEachPart(deviations.length, (from, to) => {
    for (let i = from; i < to; i++) {
      sums[codes[i]] += deviations[i]
      sizes[codes[i]]++
      total += deviations[i] * deviations[i]
    }
  })
  const between = sums.reduce((sum, own, group) => (sizes[group] > 0 ? sum + (own * own) / sizes[group] : sum), 0)
  return Math.sqrt(Math.min(1, between / total))
}

/**
 * Computes Cramér's V = √(χ² / (n (min(rows, columns) − 1))) of the contingency table of two groupings.
 * Source: H. Cramér, Mathematical Methods of Statistics, 1946, §21.9.
 */
export function* cramersV(a: Groups, b: Groups): CooperativeTask<number> {
  const joint = new Float64Array(a.count * b.count)
  const [sizesA, sizesB] = [new Float64Array(a.count), new Float64Array(b.count)]
  yield* forEachPart(a.codes.length, (from, to) => {
    for (let i = from; i < to; i++) {
      joint[a.codes[i] * b.count + b.codes[i]]++
      sizesA[a.codes[i]]++
      sizesB[b.codes[i]]++
    }
  })
  // χ² / n = Σ n_ab² / (n_a n_b) − 1
  const sum = joint.reduce((total, count, at) => {
    const expected = sizesA[Math.floor(at / b.count)] * sizesB[at % b.count]
    return total + (count * count) / expected
  }, 0)
  return Math.sqrt(Math.min(1, Math.max(0, (sum - 1) / (Math.min(a.count, b.count) - 1))))
}
