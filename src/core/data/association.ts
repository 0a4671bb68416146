import { cellText, type Column } from './table'

/** How strongly two columns go together: Pearson's r from −1 to 1, the correlation ratio η or Cramér's V from 0 to 1. */
export interface Association {
  readonly kind: 'pearson' | 'correlation-ratio' | 'cramers-v'
  readonly value: number
}

/** With more groups than this, or fewer rows a group than two on average, a ratio says nothing about a relation. */
const mostGroups = 1000

/**
 * The association of a column with a target, over the rows in which both have a usable value: of numbers r, of a number
 * and groups η, of groups V. `target.kind` says whether the target's values count as numbers or as classes.
 * Null where it is not defined: too few rows, a constant, too many groups.
 */
export function associationOf(column: Column, target: Column, kind: 'classes' | 'number'): Association | null {
  const rows = usableRows(column, target)
  const isNumber = column.kind === 'number'
  const hasNumbers = kind === 'number' && target.kind === 'number'
  if (isNumber && hasNumbers) return told('pearson', pearson(pick(column, rows), pick(target, rows)))
  const groups = hasNumbers ? null : groupsOf(target, rows)
  if (groups && isNumber) return told('correlation-ratio', correlationRatio(groups, pick(column, rows)))
  const others = groupsOf(column, rows)
  if (hasNumbers) return told('correlation-ratio', others && correlationRatio(others, pick(target, rows)))
  return told('cramers-v', groups && others && cramersV(others, groups))
}

function told(kind: Association['kind'], value: number | null): Association | null {
  return value === null || !Number.isFinite(value) ? null : { kind, value }
}

function usableRows(a: Column, b: Column): Int32Array {
  const isUsable = ({ kind, missing, values }: Column, row: number) =>
    missing[row] === 0 && (kind === 'text' || Number.isFinite(values[row]))
  return Int32Array.from(a.missing, (_, row) => row).filter((row) => isUsable(a, row) && isUsable(b, row))
}

function pick({ values }: Column, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row])
}

/** The group of each row, numbered in the order in which they occur; equal numbers are one group. */
export interface Groups {
  readonly codes: Int32Array
  readonly count: number
}

function groupsOf(column: Column, rows: Int32Array): Groups | null {
  const numbers = new Map<string | number, number>()
  const codes = Int32Array.from(rows, (row) => {
    const key = column.kind === 'number' ? column.values[row] : cellText(column, row)
    const code = numbers.get(key) ?? numbers.size
    numbers.set(key, code)
    return code
  })
  const count = numbers.size
  return count < 2 || count > mostGroups || 2 * count > rows.length ? null : { codes, count }
}

/** Deviations from the mean as parts of the largest one, so that squares neither overflow nor vanish; null of a constant. */
function standardized(values: Float64Array): Float64Array | null {
  const mean = values.reduce((sum, x) => sum + x / values.length, 0)
  const deviations = values.map((x) => x - mean)
  const largest = deviations.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
  return largest > 0 && Number.isFinite(largest) ? deviations.map((x) => x / largest) : null
}

/**
 * Pearson's r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²); null where one of them is constant.
 * Source: K. Pearson, 1895.
 */
export function pearson(x: Float64Array, y: Float64Array): number | null {
  const [a, b] = [standardized(x), standardized(y)]
  if (!a || !b) return null
  let [product, squaresA, squaresB] = [0, 0, 0]
  a.forEach((deviation, i) => {
    product += deviation * b[i]
    squaresA += deviation * deviation
    squaresB += b[i] * b[i]
  })
  return Math.max(-1, Math.min(1, product / Math.sqrt(squaresA * squaresB)))
}

/**
 * The correlation ratio η = √(Σ_g n_g (ȳ_g − ȳ)² / Σ (y − ȳ)²): the root of the part of the variance that lies between
 * groups; null where the numbers are constant.
 * Source: R. A. Fisher, Statistical Methods for Research Workers, 1925, §45.
 */
export function correlationRatio({ codes, count }: Groups, values: Float64Array): number | null {
  const deviations = standardized(values)
  if (!deviations) return null
  const sums = new Float64Array(count)
  const sizes = new Float64Array(count)
  let total = 0
  deviations.forEach((deviation, i) => {
    sums[codes[i]] += deviation
    sizes[codes[i]]++
    total += deviation * deviation
  })
  const between = sums.reduce((sum, own, group) => sum + (own * own) / sizes[group], 0)
  return Math.sqrt(Math.min(1, between / total))
}

/**
 * Cramér's V = √(χ² / (n (min(rows, columns) − 1))) of the table of counts of two groupings.
 * Source: H. Cramér, Mathematical Methods of Statistics, 1946, §21.9.
 */
export function cramersV(a: Groups, b: Groups): number {
  const joint = new Float64Array(a.count * b.count)
  const [sizesA, sizesB] = [new Float64Array(a.count), new Float64Array(b.count)]
  a.codes.forEach((code, i) => {
    joint[code * b.count + b.codes[i]]++
    sizesA[code]++
    sizesB[b.codes[i]]++
  })
  // χ² / n = Σ n_ab² / (n_a n_b) − 1
  const sum = joint.reduce((total, count, at) => {
    const expected = sizesA[Math.floor(at / b.count)] * sizesB[at % b.count]
    return total + (count * count) / expected
  }, 0)
  return Math.sqrt(Math.min(1, Math.max(0, (sum - 1) / (Math.min(a.count, b.count) - 1))))
}
