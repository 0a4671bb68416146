import { AppError } from '../messages/app-error'
import { fieldError } from '../settings/field-error'
import { namedTensors, type LayerParameters, type Parameters } from '../network/parameters'
import { type StoredTensor } from './weights-file'

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
  } while (left.has(`W${layers.length + 1}`))
  for (const name of left.keys()) throw strayTensor(name, layers.length, tensors)
  return layers
}

/** The error for a tensor left over: of a layer whose predecessor is missing, or foreign to the network. */
function strayTensor(name: string, layers: number, tensors: readonly StoredTensor[]): AppError {
  if (/^[Wb][1-9]\d*$/.test(name)) return new AppError('format.missing', { name: `W${layers + 1}` })
  const expected = tensors.map((tensor) => tensor.name).filter((other) => /^[Wb][1-9]\d*$/.test(other))
  return new AppError('format.unexpected', { name, expected: expected.join(', ') })
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
