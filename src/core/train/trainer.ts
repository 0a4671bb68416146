import { LabError } from '../errors'
import type { Objective } from '../network/backward'
import { dropoutMasks, hasDropout } from '../network/dropout'
import { copyParameters, type Parameters } from '../network/parameters'
import { requireLossFits, type NetworkSpec } from '../network/spec'
import { copyOptimizerState, freshOptimizerState, type OptimizerSpec, type OptimizerState } from '../nn/optimizers'
import { learningRateFactor, type ScheduleSpec } from '../nn/schedules'
import { gatherSamples, targetCount, type Samples } from '../nn/targets'
import { createStream, permutation } from '../random'
import { precisionOf, type Matrix } from '../tensor/matrix'
import { diverged } from './divergence'
import { evaluate } from './evaluate'
import { HistoryRecorder, type EpochRecord, type History } from './history'
import { takeStep } from './step'

/** What may change while training goes on; a change takes effect at the next step. */
export interface LiveSettings {
  learningRate: number
  batchSize: number
  objective: Objective
  /** How the rate changes with time; constant unless given. */
  schedule?: ScheduleSpec
  /** The epochs that the schedule reckons with; 1 unless given. */
  epochs?: number
  /** The largest norm of all gradients together; no limit unless given. */
  clip?: number | null
}

export interface TrainerOptions extends LiveSettings {
  readonly network: NetworkSpec
  /** Plain gradient descent unless given. */
  readonly optimizer?: OptimizerSpec
  /** Seeds the order of the rows, where epoch e's order depends on this and e alone, and the dropout masks of each step. */
  readonly shuffleSeed: number
  /** The weights to begin with; copied, and what `rewind` goes back to. */
  readonly parameters: Parameters
  readonly train: Samples
  readonly test: Samples
}

/** Where a run stands, as plain data: enough to go on with the very next step. */
export interface TrainerState {
  /** Epochs done. */
  readonly epoch: number
  /** Steps done. */
  readonly step: number
  /** Rows of the epoch in progress that have been trained on. */
  readonly rowsDone: number
  readonly parameters: Parameters
  readonly optimizer: OptimizerState
  readonly history: History
}

/**
 * Mini-batch gradient descent, one synchronous step at a time. The same options give the same bits, however the steps are
 * grouped and wherever it was interrupted.
 */
export class Trainer {
  readonly network: NetworkSpec
  readonly train: Samples
  readonly test: Samples
  readonly live: LiveSettings
  private readonly optimizer: OptimizerSpec
  private readonly shuffleSeed: number
  private readonly initial: Parameters
  private readonly rows: number
  private current: Parameters
  private memory: OptimizerState
  private order: Int32Array
  private rowsDone = 0
  private epochsDone = 0
  private stepsDone = 0
  private recorder = new HistoryRecorder()
  /** The end of the last epoch, or where the run was taken up: what it falls back to when it diverges. */
  private safePlace: Pick<TrainerState, 'step' | 'rowsDone' | 'parameters' | 'optimizer'>

  /** Throws: spec, when the loss does not fit the output layer; data, when there is no training row. */
  constructor(options: TrainerOptions) {
    requireLossFits(options.network, options.objective.loss)
    this.network = options.network
    this.train = options.train
    this.test = options.test
    const { learningRate, batchSize, objective, schedule, epochs, clip } = options
    this.live = { learningRate, batchSize, objective, schedule, epochs, clip }
    this.optimizer = options.optimizer ?? { kind: 'sgd' }
    this.shuffleSeed = options.shuffleSeed
    this.initial = copyParameters(options.parameters)
    this.current = copyParameters(options.parameters)
    this.memory = freshOptimizerState(this.optimizer, this.current)
    this.rows = targetCount(options.train.targets)
    if (this.rows === 0) throw new LabError('data.too-few-rows', { train: 0, test: targetCount(options.test.targets), dropped: 0 })
    this.order = this.orderOf(0)
    this.safePlace = { step: 0, rowsDone: 0, parameters: this.initial, optimizer: copyOptimizerState(this.memory) }
    this.recorder.push(this.evaluateNow())
  }

  get epoch(): number {
    return this.epochsDone
  }

  get step(): number {
    return this.stepsDone
  }

  get parameters(): Parameters {
    return this.current
  }

  /** The figures of every epoch so far; entry 0 is the untrained network. */
  get history(): HistoryRecorder {
    return this.recorder
  }

  /**
   * The total loss of the next mini-batch before its step, then the step.
   * Throws: numeric.diverged, after going back to the end of the last finite epoch, whose weights and history stay usable.
   */
  trainStep(): number {
    try {
      return this.advance()
    } catch (error) {
      this.backToSafePlace()
      throw error
    }
  }

  /** Steps to the end of the epoch. Throws: numeric.diverged. */
  trainEpoch(): EpochRecord {
    const epoch = this.epochsDone
    while (this.epochsDone === epoch) this.trainStep()
    return this.recorder.at(this.epochsDone)
  }

  /** Back to epoch 0 and the very same weights. */
  rewind(): void {
    const optimizer = freshOptimizerState(this.optimizer, this.initial)
    this.restore({ epoch: 0, step: 0, rowsDone: 0, parameters: this.initial, optimizer, history: this.recorder.slice(0, 1) })
  }

  /** The first mini-batch of the first epoch: the one that gradients are checked on. */
  firstBatch(): Samples {
    return gatherSamples(this.train, this.orderOf(0).subarray(0, this.live.batchSize))
  }

  state(): TrainerState {
    return {
      epoch: this.epochsDone,
      step: this.stepsDone,
      rowsDone: this.rowsDone,
      parameters: copyParameters(this.current),
      optimizer: copyOptimizerState(this.memory),
      history: this.recorder.slice()
    }
  }

  restore(state: TrainerState): void {
    this.epochsDone = state.epoch
    this.stepsDone = state.step
    this.rowsDone = state.rowsDone
    this.current = copyParameters(state.parameters)
    this.memory = copyOptimizerState(state.optimizer)
    this.recorder = HistoryRecorder.from(state.history)
    this.order = this.orderOf(state.epoch)
    this.safePlace = state
  }

  private advance(): number {
    const { batchSize, objective, clip = null } = this.live
    const batch = gatherSamples(this.train, this.order.subarray(this.rowsDone, this.rowsDone + batchSize))
    const rows = targetCount(batch.targets)
    const step = this.stepsDone + 1
    const { loss, state } = takeStep(this.current, this.memory, batch, {
      network: this.network,
      objective,
      optimizer: this.optimizer,
      learningRate: this.learningRateOf(rows),
      clip,
      step,
      masks: this.masksOf(rows, step)
    })
    this.memory = state
    this.stepsDone = step
    this.rowsDone += rows
    if (this.rowsDone >= this.rows) this.finishEpoch()
    return loss
  }

  /** The scheduled rate of a step on so many rows. */
  private learningRateOf(rows: number): number {
    const { learningRate, schedule = { kind: 'constant' }, epochs = 1 } = this.live
    const moment = { epoch: this.epochsDone + this.rowsDone / this.rows, part: rows / this.rows, epochs }
    return learningRate * learningRateFactor(schedule, moment)
  }

  private masksOf(rows: number, step: number): readonly (Matrix | null)[] | undefined {
    if (!hasDropout(this.network)) return undefined
    return dropoutMasks(this.network, rows, this.shuffleSeed, step, precisionOf(this.current[0].W))
  }

  private backToSafePlace(): void {
    this.stepsDone = this.safePlace.step
    this.rowsDone = this.safePlace.rowsDone
    this.current = copyParameters(this.safePlace.parameters)
    this.memory = copyOptimizerState(this.safePlace.optimizer)
  }

  private finishEpoch(): void {
    this.recorder.push(this.evaluateNow())
    this.epochsDone += 1
    this.rowsDone = 0
    this.order = this.orderOf(this.epochsDone)
    this.safePlace = {
      step: this.stepsDone,
      rowsDone: 0,
      parameters: copyParameters(this.current),
      optimizer: copyOptimizerState(this.memory)
    }
  }

  private evaluateNow(): EpochRecord {
    const train = evaluate(this.network, this.current, this.train, this.live.objective.loss)
    const test = evaluate(this.network, this.current, this.test, this.live.objective.loss)
    const tested = targetCount(this.test.targets) > 0
    if (!Number.isFinite(train.loss) || (tested && !Number.isFinite(test.loss))) {
      throw diverged({ layer: this.network.layers.length, tensor: 'loss' }, this.stepsDone, this.live.learningRate)
    }
    return { trainLoss: train.loss, testLoss: test.loss, trainMetric: train.metric, testMetric: test.metric }
  }

  private orderOf(epoch: number): Int32Array {
    return permutation(this.rows, createStream('order', this.shuffleSeed, epoch))
  }
}
