import { AppError } from '../messages/app-error'
import type { LayerCache } from '../network/forward'
import { namedTensors, type Parameters } from '../network/parameters'
import type { OptimizerState } from '../network/update'
import { optimizers, type OptimizerSpec } from '../nn/optimizers'
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

/** The first tensor whose slot of squared gradients is not finite, by the name of the tensor. */
export function findInSquares({ kind }: OptimizerSpec, { slots }: OptimizerState, parameters: Parameters): Place | null {
  const { squares } = optimizers[kind]
  if (squares === undefined) return null
  const found = namedTensors(parameters).find((_, t) => !slots[t][squares].every(Number.isFinite))
  return found ? { layer: found.layer, tensor: found.name } : null
}

/**
 * The error of an optimizer whose squares overflow: its step is then 0, and nothing would move any more. `place` names the weights; the
 * error names the slot, as v(W1).
 */
export function squaresDiverged(place: Place, { optimizer: { kind } }: { readonly optimizer: OptimizerSpec }, step: number): AppError {
  const { label, squares, steps } = optimizers[kind]
  const slot = steps.find((one) => one.slot === squares)?.name ?? ''
  return new AppError('numeric.squares-overflow', { ...place, tensor: `${slot}(${place.tensor})`, step, optimizer: label.en })
}

/** The error that stops training. step counts from 1. */
export function diverged(place: Place, step: number, learningRate: number): AppError {
  return new AppError('numeric.diverged', { ...place, step, learningRate })
}
