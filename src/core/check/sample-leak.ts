import { backward, type Objective } from '../network/backward'
import { forward } from '../network/forward'
import { gatherSamples, type Samples } from '../nn/targets'
import { gatherRows, type Matrix } from '../tensor/matrix'
import type { CheckProblem } from './check-problem'

/**
 * Measures the influence of samples of a batch on each other: the largest |Σ over j ≠ i of dLⱼ/dXᵢ|, Lⱼ being the loss of sample j. It
 * must be exactly 0: the gradient with respect to a sample's input is bit-identical in the batch and with the sample alone.
 * Source: A. Karpathy, "A recipe for training neural networks", 2019 ("use backprop to chart dependencies").
 */
export function sampleLeak({ network, objective, parameters, batch, masks = [] }: Omit<CheckProblem, 'gradients'>): number {
  // Summed, not averaged, so that a sample's contribution does not depend on the batch size.
  const summed: Objective = { loss: { ...objective.loss, reduction: 'sum' }, regularization: {} }
  const inputGradient = (samples: Samples, dropped: readonly (Matrix | null)[]) => {
    const cache = forward(network, parameters, samples.X, 0, dropped)
    return backward(network, parameters, cache, samples.targets, summed).gradX
  }
  const together = inputGradient(batch, masks)
  let leak = 0
  for (let i = 0; i < batch.X.rows; i++) {
    const alone = inputGradient(
      gatherSamples(batch, [i]),
      masks.map((mask) => mask && gatherRows(mask, [i]))
    )
    for (let j = 0; j < alone.columns; j++) {
      leak = Math.max(leak, Math.abs(together.data[i * together.columns + j] - alone.data[j]))
    }
  }
  return leak
}
