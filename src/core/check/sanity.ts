import type { CheckedLoss } from './checked-loss'
import { sampleLeak } from './sample-leak'
import { startLoss, type StartLoss } from './start-loss'

/** Figures that tell whether the network as a whole behaves, besides its gradients. */
export interface SanityFigures {
  /** The two parts of the loss. */
  readonly dataLoss: number
  readonly penalty: number
  /** What the data loss should be near before training. */
  readonly startLoss: StartLoss
  /** How far samples influence each other: 0, or something is wrong. */
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
