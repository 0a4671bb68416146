import type { CheckedLoss } from './checked-loss'
import { sampleLeak } from './sample-leak'
import { startLoss, type StartLoss } from './start-loss'

/** Sanity checks of the network as a whole, besides its gradients. */
export interface SanityFigures {
  /** The two parts of the loss. */
  readonly dataLoss: number
  readonly penalty: number
  /** Expected data loss before training. */
  readonly startLoss: StartLoss
  /** Influence of samples on each other: 0, or something is wrong. */
  readonly sampleLeak: number
}

export function sanityFigures(loss: CheckedLoss): SanityFigures {
  const { network, objective, batch, dataLoss, penalty } = loss
  return {
    dataLoss,
    penalty,
    startLoss: startLoss(network, objective.loss, batch.targets),
    sampleLeak: sampleLeak(loss)
  }
}
