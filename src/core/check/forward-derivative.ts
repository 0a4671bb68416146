import { directionalDerivative, type ScalarFunction } from '../autodiff/graph/derivatives'
import { networkGraph } from '../autodiff/graph/network'
import { zerosLike, type Matrix } from '../tensor/matrix'
import type { CheckedLoss } from './checked-loss'

/** The derivative of the loss with respect to one tensor, in forward mode. */
export interface ForwardDerivative {
  /** Computes it along a direction with the shape of the tensor. */
  along(direction: Matrix): number
  /** Computes it with respect to one element, by index. */
  ofElement(element: number): number
}

/** A graph keeps the nodes of every derivative; after so many it is built anew. */
const DERIVATIVES_OF_A_GRAPH = 16

/**
 * Returns the derivative in forward mode, through the computational graph of the network: it shares no code with the backward pass except
 * the activations' derivatives.
 */
export function forwardDerivativeOf(checked: CheckedLoss, tensor: number): ForwardDerivative {
  const { tensors } = checked
  let taken = 0
  let lossOf = lossGraph(checked, tensor)
  const along = (direction: Matrix) => {
    if (taken++ % DERIVATIVES_OF_A_GRAPH === 0 && taken > 1) lossOf = lossGraph(checked, tensor)
    return directionalDerivative(lossOf, [direction]).value.data[0]
  }
  return {
    along,
    ofElement(element) {
      const direction = zerosLike(tensors[tensor].matrix)
      direction.data[element] = 1
      return along(direction)
    }
  }
}

/** The loss as a function of one tensor. */
function lossGraph({ network, objective, parameters, batch, masks, tensors }: CheckedLoss, tensor: number): ScalarFunction {
  const { graph, parameters: leaves, loss } = networkGraph({ network, objective, parameters, samples: batch, masks })
  const { layer, kind } = tensors[tensor]
  const { W, b } = leaves[layer - 1]
  return { graph, output: loss, by: [kind === 'bias' && b ? b : W] }
}
