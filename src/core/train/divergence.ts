import { AppError } from '../messages/app-error'
import type { LayerCache } from '../network/forward'
import { namedTensors, type Parameters } from '../network/parameters'
import { isFiniteMatrix, type Matrix } from '../tensor/matrix'

/** Where training met a number that is not finite. */
export interface Place {
  /** The layer's number, from 1. */
  readonly layer: number
  /** The tensor's name: W2, b2, Z2, A2, `dL/dW2`, or `loss`. */
  readonly tensor: string
}

/** The first tensor of the parameters that holds a number that is not finite. `gradient` names them dL/dW… */
export function findInParameters(parameters: Parameters, gradient = false): Place | null {
  const found = namedTensors(parameters).find(({ matrix }) => !isFiniteMatrix(matrix))
  return found ? { layer: found.layer, tensor: gradient ? `dL/d${found.name}` : found.name } : null
}

/** The first pre-activation or activation that is not finite, from the input on; the loss itself when all of them are. */
export function findInForward(cache: readonly LayerCache[]): Place {
  for (let l = 0; l < cache.length; l++) {
    const { Z, A } = cache[l]
    const inLayer: [string, Matrix][] = [
      [`Z${l + 1}`, Z],
      [`A${l + 1}`, A]
    ]
    const found = inLayer.find(([, matrix]) => !isFiniteMatrix(matrix))
    if (found) return { layer: l + 1, tensor: found[0] }
  }
  return { layer: cache.length, tensor: 'loss' }
}

/** The error that stops training. step counts from 1. */
export function diverged(place: Place, step: number, learningRate: number): AppError {
  return new AppError('numeric.diverged', { ...place, step, learningRate })
}
