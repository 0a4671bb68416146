import type { Samples, Targets } from '../nn/targets'

/**
 * How much each input alone tells of the answer, from 0 to 1: the share of its variance that lies between the classes (η²), or for
 * numbers the largest squared correlation with any of them. 0 for an input that is constant.
 *
 * Shapes: X [rows, inputs] → [inputs].
 * Source: R. A. Fisher, Statistical Methods for Research Workers, 1925 (the correlation ratio).
 */
export function inputRelevance({ X, targets }: Samples): Float64Array {
  return Float64Array.from({ length: X.columns }, (_, input) => {
    const values = Float64Array.from({ length: X.rows }, (_row, i) => X.data[i * X.columns + input])
    return targets.kind === 'classes' ? correlationRatio(values, targets.classes) : largestCorrelation(values, targets)
  })
}

function correlationRatio(values: Float64Array, classes: Int32Array): number {
  const mean = meanOf(values)
  const sums = new Map<number, { sum: number; count: number }>()
  let total = 0
  values.forEach((value, i) => {
    const one = sums.get(classes[i]) ?? { sum: 0, count: 0 }
    sums.set(classes[i], { sum: one.sum + value, count: one.count + 1 })
    total += (value - mean) * (value - mean)
  })
  let between = 0
  for (const { sum, count } of sums.values()) between += count * (sum / count - mean) * (sum / count - mean)
  return total > 0 ? between / total : 0
}

function largestCorrelation(values: Float64Array, { values: wanted }: Extract<Targets, { kind: 'values' }>): number {
  const mean = meanOf(values)
  let largest = 0
  for (let t = 0; t < wanted.columns; t++) {
    const truths = values.map((_, i) => wanted.data[i * wanted.columns + t])
    const middle = meanOf(truths)
    let [both, own, other] = [0, 0, 0]
    values.forEach((value, i) => {
      both += (value - mean) * (truths[i] - middle)
      own += (value - mean) * (value - mean)
      other += (truths[i] - middle) * (truths[i] - middle)
    })
    if (own > 0 && other > 0) largest = Math.max(largest, (both * both) / (own * other))
  }
  return largest
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
