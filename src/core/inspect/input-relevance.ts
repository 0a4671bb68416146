import { correlationRatio, pearson } from '../data/association'
import type { Samples, Targets } from '../nn/targets'
import { runToEnd } from '../tasks/task'

/**
 * Returns how much each input alone explains of the answer, from 0 to 1: the share of its variance that lies between the classes (η²), or for
 * numbers the largest squared correlation with any of them. 0 for an input that is constant.
 *
 * Shapes: X [rows, inputs] → [inputs].
 * Source: R. A. Fisher, Statistical Methods for Research Workers, 1925 (the correlation ratio).
 */
export function inputRelevance({ X, targets }: Samples): Float64Array {
  return Float64Array.from({ length: X.columns }, (_, input) => {
    const values = Float64Array.from({ length: X.rows }, (_row, i) => X.data[i * X.columns + input])
    return targets.kind === 'classes' ? betweenClasses(values, targets.classes) : largestCorrelation(values, targets)
  })
}

function betweenClasses(values: Float64Array, classes: Int32Array): number {
  const count = classes.reduce((most, one) => Math.max(most, one + 1), 0)
  return square(runToEnd(correlationRatio({ codes: classes, count }, values)))
}

function largestCorrelation(values: Float64Array, { values: wanted }: Extract<Targets, { kind: 'values' }>): number {
  const { rows, columns, data } = wanted
  return Array.from({ length: columns }, (_, t) => {
    const truths = Float64Array.from({ length: rows }, (_row, i) => data[i * columns + t])
    return square(runToEnd(pearson(values, truths)))
  }).reduce((largest, one) => Math.max(largest, one), 0)
}

/** The square of a ratio; 0 where it is not defined. */
function square(ratio: number | null): number {
  return ratio === null ? 0 : ratio * ratio
}
