import type { BackwardProblem } from '../mistakes/backward-problem'
import { backward, totalLoss } from '../network/backward'
import { forward } from '../network/forward'
import { softmax } from '../nn/softmax'
import type { Matrix } from '../tensor/matrix'
import { productTransposedRight } from '../tensor/products'
import type { EnginePath, Fold, LayerTensor } from './engine-path'

/** The number that a path names in a problem; null where it names none there: no such layer or element, or several numbers without a fold. */
export function engineValue({ quantity, index, fold }: EnginePath, problem: BackwardProblem): number | null {
  if (quantity === 'loss') {
    const { network, parameters, batch, objective } = problem
    const loss = totalLoss(parameters, forward(network, parameters, batch.X), batch.targets, objective)
    return index.length === 0 && fold === null ? loss : null
  }
  const matrix = matrixOf(quantity, problem)
  const chosen = matrix && elements(matrix, index)
  if (!chosen) return null
  return fold === null ? (chosen.length === 1 ? chosen[0] : null) : folded(chosen, fold)
}

function matrixOf(quantity: Exclude<EnginePath['quantity'], 'loss'>, problem: BackwardProblem): Matrix | null {
  const { network, parameters, batch, objective } = problem
  if (quantity === 'X') return batch.X
  const cache = forward(network, parameters, batch.X)
  if (quantity === 'P') return objective.loss.kind === 'softmax-cross-entropy' ? softmax(cache[cache.length - 1].Z) : null
  const l = quantity.layer - 1
  if (l >= network.layers.length) return null
  const back = () => backward(network, parameters, cache, batch.targets, objective)
  const found: Readonly<Record<LayerTensor, () => Matrix | null>> = {
    W: () => parameters[l].W,
    b: () => parameters[l].b,
    Z: () => cache[l].Z,
    A: () => cache[l].A,
    dW: () => back().gradients[l].W,
    db: () => back().gradients[l].b,
    dZ: () => back().gradZ[l],
    // What comes from the next layer; a loss that reads logits has none at the output.
    dA: () => (l + 1 < network.layers.length ? productTransposedRight(back().gradZ[l + 1], parameters[l + 1].W) : null)
  }
  return found[quantity.tensor]()
}

/** The elements that an index leaves, by rows; null where it is outside. */
function elements({ rows, columns, data }: Matrix, index: readonly number[]): number[] | null {
  const all = Array.from(data)
  if (index.length === 0) return all
  const [row, column] = index.length === 1 && rows === 1 ? [0, index[0]] : [index[0], index.at(1)]
  if (row >= rows || (column ?? 0) >= columns) return null
  return column === undefined ? all.slice(row * columns, (row + 1) * columns) : [all[row * columns + column]]
}

function folded(values: readonly number[], fold: Fold): number {
  if (fold === 'min') return values.reduce((a, b) => Math.min(a, b))
  if (fold === 'max') return values.reduce((a, b) => Math.max(a, b))
  const sum = values.reduce((a, b) => a + b, 0)
  return fold === 'sum' ? sum : sum / values.length
}
