import { gatherRows, type Dataset, type Matrix, type Prepared } from '#core'
import { factsOf } from './facts'

const inputsByPrepared = new WeakMap<Prepared, Matrix>()

/** The inputs of the points, [points, inputs]. */
export function pointInputs(prepared: Prepared): Matrix {
  const known = inputsByPrepared.get(prepared)
  if (known) return known
  const { points } = factsOf(prepared)
  const X = gatherRows(prepared.train.X, new Int32Array(points.length))
  points.forEach(({ side, index }, i) => X.data.set(rowData(prepared[side], index), i * X.columns))
  inputsByPrepared.set(prepared, X)
  return X
}

function rowData({ X }: Dataset, index: number) {
  return X.data.subarray(index * X.columns, (index + 1) * X.columns)
}
