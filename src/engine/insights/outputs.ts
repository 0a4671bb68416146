import {
  copyParameters,
  forward,
  gatherRows,
  AppError,
  outputsOf,
  parameterCount,
  zerosLike,
  zeros,
  type Matrix,
  type Trainer
} from '#core'

/** Products of a forward pass between two looks at messages: some ten milliseconds. */
const SLICE_PRODUCTS = 1e7

/**
 * The outputs of a network, with the weights as they are now, for every row of X [rows, outputs]: in slices between which the process
 * answers messages, since there may be many rows.
 * Throws: request.cancelled, when `isWanted` says no in between.
 */
export async function outputsFor({ network, parameters: current }: Trainer, X: Matrix, isWanted: () => boolean): Promise<Matrix> {
  const parameters = copyParameters(current)
  const { units } = network.layers[network.layers.length - 1]
  const outputs = X.rows === 0 ? zeros(0, units) : zerosLike({ rows: X.rows, columns: units, data: X.data })
  const size = Math.max(1, Math.floor(SLICE_PRODUCTS / parameterCount(network)))
  for (let from = 0; from < X.rows; from += size) {
    const rows = Int32Array.from({ length: Math.min(size, X.rows - from) }, (_, i) => from + i)
    outputs.data.set(outputsOf(forward(network, parameters, gatherRows(X, rows))).data, from * units)
    if (from + size >= X.rows) break
    await new Promise((resolve) => setImmediate(resolve))
    if (!isWanted()) throw new AppError('request.cancelled')
  }
  return outputs
}
