import {
  copyParameters,
  forward,
  gatherRows,
  outputsOf,
  parameterCount,
  zerosLike,
  zeros,
  type CooperativeTask,
  type Matrix,
  type Trainer
} from '#core'

/** Products of the forward pass of one part: some ten milliseconds. */
const SLICE_PRODUCTS = 1e7

/** The outputs of a network, with the weights as they are now, for every row of X. Shapes: [rows, outputs]. */
export function* outputsTask({ network, parameters: current }: Trainer, X: Matrix): CooperativeTask<Matrix> {
  const parameters = copyParameters(current)
  const { units } = network.layers[network.layers.length - 1]
  const outputs = X.rows === 0 ? zeros(0, units) : zerosLike({ rows: X.rows, columns: units, data: X.data })
  const size = Math.max(1, Math.floor(SLICE_PRODUCTS / parameterCount(network)))
  for (let from = 0; from < X.rows; from += size) {
    const rows = Int32Array.from({ length: Math.min(size, X.rows - from) }, (_, i) => from + i)
    outputs.data.set(outputsOf(forward(network, parameters, gatherRows(X, rows))).data, from * units)
    yield rows.length
  }
  return outputs
}
