import type { LossSpec } from '../nn/losses'
import { targetCount, type Samples } from '../nn/targets'
import { diverged } from './divergence'
import type { Evaluation } from './evaluate'
import type { EpochRecord } from './history'
import { evaluationSets, type EvaluationSet, type Machine } from './machine'

/** The sets of rows a run has; validation rows need not be. */
export type RunSets = { readonly [Set in EvaluationSet]: Samples | undefined }

/** When an evaluation is made: the loss it is of, and what a message says of the step before it. */
export interface EvaluationMoment {
  readonly loss: LossSpec
  readonly step: number
  readonly learningRate: number
}

/** Evaluates a run's sets one after the other, in parts where the machine takes it in parts. */
export class EpochEvaluation {
  /** The sets that there are, in their order. */
  private readonly names: readonly EvaluationSet[]
  /** The figures of the first sets, while those of the others are still to come. */
  private figures: Evaluation[] = []

  constructor(
    private readonly machine: Machine,
    private readonly sets: RunSets,
    /** Of the network. */
    private readonly layers: number
  ) {
    this.names = evaluationSets.filter((set) => sets[set] !== undefined)
  }

  /**
   * The figures of all sets; null where only a part of it is done, and the next call goes on with it.
   * Throws: numeric.diverged, where a loss is not finite. LostThread.
   */
  advance({ loss, step, learningRate }: EvaluationMoment): EpochRecord | null {
    while (this.figures.length < this.names.length) {
      const set = this.names[this.figures.length]
      const samples = this.sets[set]
      const figures = this.machine.evaluate(set, loss)
      if (!figures) return null
      if (samples && targetCount(samples.targets) > 0 && !Number.isFinite(figures.loss)) {
        throw diverged({ layer: this.layers, tensor: 'loss' }, step, learningRate)
      }
      this.figures.push(figures)
    }
    const [train, test, validation] = this.figures
    this.figures = []
    const held = validation ? { validationLoss: validation.loss, validationMetric: validation.metric } : {}
    return { trainLoss: train.loss, testLoss: test.loss, trainMetric: train.metric, testMetric: test.metric, ...held }
  }

  /** Forgets one that was not done to its end. */
  forget(): void {
    this.figures = []
  }
}
