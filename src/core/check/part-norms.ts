import { penaltyGradient } from '../nn/regularizers'
import type { CheckedLoss } from './checked-loss'

/** ‖·‖ of the two parts of a tensor's gradient. */
export interface PartNorms {
  readonly dataNorm: number
  readonly penaltyNorm: number
}

/**
 * Computes the norms of a gradient's data part and regularization part: where the latter outweighs the former, it hides a wrong data
 * gradient. Of our own gradient, whatever gradients are being checked.
 * Source: CS231n notes "Neural Networks Part 3" ("don't let the regularization overwhelm the data").
 */
export function partNorms({ tensors, ownGradients, objective }: CheckedLoss, tensor: number): PartNorms {
  const { kind, matrix } = tensors[tensor]
  const total = ownGradients[tensor].matrix.data
  const pull = penaltyGradient(matrix, kind === 'weights' ? objective.regularization : {}).data
  let data = 0
  let penalty = 0
  for (let e = 0; e < total.length; e++) {
    const fromData = total[e] - pull[e]
    data += fromData * fromData
    penalty += pull[e] * pull[e]
  }
  return { dataNorm: Math.sqrt(data), penaltyNorm: Math.sqrt(penalty) }
}
