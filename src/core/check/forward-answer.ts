import { directionalDerivative } from '../autodiff/graph/derivatives'
import { networkGraph } from '../autodiff/graph/network'
import type { Matrix } from '../tensor/matrix'
import type { CheckedLoss } from './checked-loss'

/** The derivative of the loss along a direction in the space of one tensor, in whose shape it is. */
export type ForwardAnswer = (direction: Matrix) => number

/**
 * Answers by forward mode, through the computational graph of the network, which is built once for a tensor: an answer
 * that shares no line with the backward pass but the activations' derivatives.
 */
export function forwardAnswersFor(checked: CheckedLoss, tensor: number): ForwardAnswer {
  const { network, objective, parameters, batch, masks, tensors } = checked
  const { graph, parameters: leaves, loss } = networkGraph({ network, objective, parameters, samples: batch, masks })
  const { layer, kind } = tensors[tensor]
  const { W, b } = leaves[layer - 1]
  const by = [kind === 'bias' && b ? b : W]
  return (direction) => directionalDerivative({ graph, output: loss, by }, [direction]).value.data[0]
}
