import type { Objective } from '../network/backward'
import type { Parameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import type { LossSpec } from '../nn/losses'
import type { OptimizerSpec } from '../nn/optimizers'
import type { OptimizerState } from '../network/update'
import type { Samples } from '../nn/targets'
import { createStream, permutation } from '../random/random'
import type { Evaluation } from './evaluate'

/** The sets that a network is evaluated on, in that order. */
export const evaluationSets = ['train', 'test', 'validation'] as const
export type EvaluationSet = (typeof evaluationSets)[number]

/** The options of a machine. */
export interface MachineOptions {
  readonly network: NetworkSpec
  readonly optimizer: OptimizerSpec
  /** The weights to begin with, whose precision is the run's; copied. The optimizer's memory begins empty. */
  readonly parameters: Parameters
  readonly train: Samples
  readonly test: Samples
  /** Rows set apart besides those of the test; none unless given. */
  readonly validation?: Samples
  /** Rows of a mini-batch, for which room is made at once; others may come later. */
  readonly batchSize?: number
  /** Seeds the order of the rows in each epoch, and each step's dropout masks, with their numbers. */
  readonly shuffleSeed: number
}

/** The most steps that are asked for at once. */
export const MOST_STEPS = 256

/** One step of gradient descent. The Trainer uses one such object for all steps of a run. */
export interface StepRequest {
  /** The mini-batch: the rows `order[from] … order[to − 1]` of the training set. */
  readonly from: number
  readonly to: number
  readonly objective: Objective
  /** The rate of this very step. */
  readonly learningRate: number
  /** The largest norm of all gradients together; null for no limit. */
  readonly clip: number | null
  /** The step's number from 1, for dropout and messages. */
  readonly step: number
}

/** Adjacent steps, each on the mini-batch that follows the one before; at most MOST_STEPS. One such object is used for all of them. */
export interface StepsRequest {
  /** The rows `order[from] … order[to − 1]` of the training set, in mini-batches of `batch` rows; the last one may have fewer. */
  readonly from: number
  readonly to: number
  readonly batch: number
  readonly objective: Objective
  /** The rate of each step; there may be more of them than steps. */
  readonly learningRates: Float64Array
  /** Takes the total loss of each step's mini-batch before the step. */
  readonly losses: Float64Array
  readonly clip: number | null
  /** The number of the first step, from 1. */
  readonly step: number
}

/**
 * The arithmetic of a Trainer: it holds the weights, the optimizer's memory and the data, and does all the arithmetic. The Trainer
 * decides what is done and when. The same calls give the same weights on every machine, to the last bit.
 */
export interface Machine {
  /**
   * Brings a part of the data to where it computes; answers whether all of them are there. Steps and evaluations do the same by
   * themselves before anything else. A machine that computes where the data are has nothing to bring.
   */
  bringData?(): boolean

  /** Takes the training rows in the order of an epoch from now on: see epochOrder. */
  shuffle(epoch: number): void

  /**
   * One step: forward, loss, backward, clipping, update. Answers the total loss before the step, or null where only a part of a long
   * step is done: then the same request is made again until there is an answer, and until then the parameters are those before it.
   * Throws: numeric.diverged, naming the first tensor that is not finite; the parameters may then be half updated. LostThread.
   */
  takeStep(request: StepRequest): number | null

  /**
   * Steps one after another, as takeStep takes them; for a machine on which a call costs as much as the step of a small network.
   * Answers how many of them are done, at least one, so many as take no more than some ten milliseconds; 0 where the first is to be
   * taken in parts by takeStep.
   * Throws: as takeStep, of the first step that fails.
   */
  takeSteps?(request: StepsRequest): number

  /**
   * Computes the gradients of a step's mini-batch, the regularizer's part included, before any clipping. Weights and memory stay as they
   * are; a step or an evaluation that is not done to its end is forgotten.
   * Throws: numeric.diverged, where the loss is not finite. LostThread.
   */
  gradients(request: StepRequest): Parameters

  /**
   * The data loss and the metric over a whole set; null where only a part of it is done, as in takeStep. NaN for an empty set.
   * Throws: LostThread.
   */
  evaluate(set: EvaluationSet, loss: LossSpec): Evaluation | null

  /** The weights as they are now: not to be changed, and of no use after the next step but by copying. */
  parameters(): Parameters

  /** The optimizer's memory as it is now; as with the weights. */
  optimizerState(): OptimizerState

  /** Takes over copies of both, and forgets a step or an evaluation that was not done to its end. */
  load(parameters: Parameters, optimizer: OptimizerState): void

  /** Remembers weights and memory as they are now. */
  keep(): void

  /** Back to what was kept last, forgetting what was not done to its end. */
  fallBack(): void

  /** Gives memory and threads back; it is not used any more. */
  release(): void
}

export type MachineFactory = (options: MachineOptions) => Machine

/** The order of the training rows in an epoch: it depends on the seed and the epoch's number alone. */
export function epochOrder(rows: number, shuffleSeed: number, epoch: number): Int32Array {
  return permutation(rows, createStream('order', shuffleSeed, epoch))
}

/**
 * A thread of the machine ended in the middle of its work. The machine works without it from now on; the weights may be half updated,
 * so the Trainer falls back to what was kept and takes the steps since then again.
 */
export class LostThread extends Error {
  override readonly name = 'LostThread'
}
