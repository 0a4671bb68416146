import { AppError } from '../messages/app-error'
import { namedTensors, type LayerParameters, type Parameters } from '../network/parameters'
import { fieldError, type StoredTensor } from './weights-file'

/** Returns the tensors of a network as stored in files: W1, b1, W2, …; a network without biases has no b. */
export function storedTensors(parameters: Parameters): StoredTensor[] {
  return namedTensors(parameters).map(({ name, kind, matrix: { rows, columns, data } }) => ({
    name,
    shape: kind === 'bias' ? [columns] : [rows, columns],
    data
  }))
}

/**
 * Reads the parameters from stored tensors, in any order.
 * Throws: format, when a tensor is missing, or has a shape that does not fit its neighbours.
 */
export function parametersFrom(tensors: readonly StoredTensor[]): Parameters {
  const left = new Map(tensors.map((tensor) => [tensor.name, tensor]))
  const layers: LayerParameters[] = []
  do {
    layers.push(takeLayer(left, layers.length + 1, layers.at(-1)?.W.columns ?? null))
  } while (left.size > 0)
  return layers
}

function takeLayer(left: Map<string, StoredTensor>, layer: number, fanIn: number | null): LayerParameters {
  const weights = left.get(`W${layer}`)
  const bias = left.get(`b${layer}`)
  if (!weights) throw new AppError('format.missing', { name: `W${layer}` })
  left.delete(weights.name)
  const [rows, columns = -1] = weights.shape
  if (columns < 0 || (fanIn !== null && rows !== fanIn)) throw fieldError(`W${layer}.shape`, [...weights.shape], `[${fanIn ?? 'n'}, m]`)
  const W = { rows, columns, data: weights.data }
  if (!bias) return { W, b: null }
  left.delete(bias.name)
  if (bias.shape.length !== 1 || bias.shape[0] !== columns) throw fieldError(`b${layer}.shape`, [...bias.shape], `[${columns}]`)
  return { W, b: { rows: 1, columns, data: bias.data } }
}
