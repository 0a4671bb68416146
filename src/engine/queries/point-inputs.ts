import { gatherRows, type Dataset, type Matrix, type Prepared } from '#core'
import { factsOf } from './facts'

/** By the training rows, as the facts. */
const inputsByRows = new WeakMap<Dataset, Matrix>()

/** The inputs of the points, [points, inputs]. */
export function pointInputs(prepared: Prepared): Matrix {
  const known = inputsByRows.get(prepared.train)
  if (known) return known
  const { points } = factsOf(prepared)
  const X = gatherRows(prepared.train.X, new Int32Array(points.length))
  points.forEach(({ side, index }, i) => X.data.set(rowData(prepared[side], index), i * X.columns))
  inputsByRows.set(prepared.train, X)
  return X
}

function rowData({ X }: Dataset, index: number) {
  return X.data.subarray(index * X.columns, (index + 1) * X.columns)
}
