import { isPositive } from '../../metrics/predicted-classes'
import type { Samples } from '../../nn/targets'
import { createRandom, drawPlaces } from '../../random/random'
import type { Matrix } from '../../tensor/matrix'

/** Rows that the association is computed on. */
const MOST_ROWS = 2000

/** Fraction of rows that the nearest class mean must be right about for a feature to tell the classes apart. */
const RIGHT = 0.99

/**
 * Computes the fraction of variance, 0–1, that a feature (inputs `from` … `from + count − 1`) and the target share: r² of two numbers; for
 * classes η², the part of the feature's variance that is between the classes, where the nearest class mean also tells the classes apart,
 * else 0. NaN where either is constant.
 */
export function featureAssociation({ X, targets }: Samples, from: number, count: number): number {
  const rows = drawPlaces(X.rows, MOST_ROWS, createRandom(1))
  if (targets.kind === 'classes') return sharedWithClasses(X, rows, from, count, (row) => targets.classes[row])
  const { values } = targets
  if (values.columns > 1) return 0
  const isBinary = values.data.every((value) => value === 0 || value === 1)
  if (isBinary) return sharedWithClasses(X, rows, from, count, (row) => (isPositive(values.data[row]) ? 1 : 0))
  return count > 1 ? 0 : squaredCorrelation(X, rows, from, values)
}

function squaredCorrelation(X: Matrix, rows: ArrayLike<number>, column: number, Y: Matrix): number {
  const n = rows.length
  let [sumX, sumY] = [0, 0]
  for (let i = 0; i < n; i++) {
    sumX += X.data[rows[i] * X.columns + column] / n
    sumY += Y.data[rows[i]] / n
  }
  let [xx, xy, yy] = [0, 0, 0]
  for (let i = 0; i < n; i++) {
    const x = X.data[rows[i] * X.columns + column] - sumX
    const y = Y.data[rows[i]] - sumY
    xx += x * x
    xy += x * y
    yy += y * y
  }
  return (xy * xy) / (xx * yy)
}

function sharedWithClasses(X: Matrix, rows: ArrayLike<number>, from: number, count: number, classOf: (row: number) => number): number {
  const sums = new Map<number, { readonly mean: Float64Array; rows: number }>()
  const all = new Float64Array(count)
  const at = (i: number, k: number) => X.data[rows[i] * X.columns + from + k]
  for (let i = 0; i < rows.length; i++) {
    const one = sums.get(classOf(rows[i])) ?? { mean: new Float64Array(count), rows: 0 }
    sums.set(classOf(rows[i]), one)
    one.rows += 1
    for (let k = 0; k < count; k++) {
      one.mean[k] += at(i, k)
      all[k] += at(i, k) / rows.length
    }
  }
  for (const one of sums.values()) for (let k = 0; k < count; k++) one.mean[k] /= one.rows
  const distance = (i: number, mean: Float64Array) => mean.reduce((sum, one, k) => sum + (at(i, k) - one) * (at(i, k) - one), 0)
  let [within, total, right] = [0, 0, 0]
  for (let i = 0; i < rows.length; i++) {
    const own = sums.get(classOf(rows[i]))
    if (!own) continue
    const here = distance(i, own.mean)
    within += here
    total += distance(i, all)
    right += [...sums.values()].every((one) => one === own || distance(i, one.mean) > here) ? 1 : 0
  }
  return right < RIGHT * rows.length ? 0 : 1 - within / total
}
