import { directionalDerivative } from '../autodiff/graph/derivatives'
import { networkGraph } from '../autodiff/graph/network'
import type { Matrix } from '../tensor/matrix'
import type { CheckedLoss } from './checked-loss'

/** Computes the derivative of the loss along a direction with the shape of one tensor. */
export type ForwardDerivative = (direction: Matrix) => number

/**
 * Returns the derivative in forward mode, through the computational graph of the network, which is built once for each tensor: it shares no
 * code with the backward pass except the activations' derivatives.
 */
export function forwardDerivativeOf(checked: CheckedLoss, tensor: number): ForwardDerivative {
  const { network, objective, parameters, batch, masks, tensors } = checked
  const { graph, parameters: leaves, loss } = networkGraph({ network, objective, parameters, samples: batch, masks })
  const { layer, kind } = tensors[tensor]
  const { W, b } = leaves[layer - 1]
  const by = [kind === 'bias' && b ? b : W]
  return (direction) => directionalDerivative({ graph, output: loss, by }, [direction]).value.data[0]
}
