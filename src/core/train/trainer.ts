import { LabError } from '../errors'
import { backward, totalLoss, type Objective } from '../network/backward'
import { forward } from '../network/forward'
import { copyParameters, namedTensors, type Parameters } from '../network/parameters'
import { requireLossFits, type NetworkSpec } from '../network/spec'
import { update } from '../nn/optimizers'
import { gatherSamples, targetCount, type Samples } from '../nn/targets'
import { createStream, permutation } from '../random'
import { diverged, findInForward, findInParameters } from './divergence'
import { evaluate } from './evaluate'
import { HistoryRecorder, type EpochRecord, type History } from './history'

/** What may change while training goes on; a change takes effect at the next step. */
export interface LiveSettings {
  learningRate: number
  batchSize: number
  objective: Objective
}

export interface TrainerOptions extends LiveSettings {
  readonly network: NetworkSpec
  /** Seeds the order of the rows: epoch e's order depends on this and e alone. */
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
  private readonly shuffleSeed: number
  private readonly initial: Parameters
  private readonly rows: number
  private current: Parameters
  private order: Int32Array
  private rowsDone = 0
  private epochsDone = 0
  private stepsDone = 0
  private recorder = new HistoryRecorder()
  /** The end of the last epoch, or where the run was taken up: what it falls back to when it diverges. */
  private safePlace: Pick<TrainerState, 'step' | 'rowsDone' | 'parameters'>

  /** Throws: spec, when the loss does not fit the output layer; data, when there is no training row. */
  constructor(options: TrainerOptions) {
    requireLossFits(options.network, options.objective.loss)
    this.network = options.network
    this.train = options.train
    this.test = options.test
    this.live = { learningRate: options.learningRate, batchSize: options.batchSize, objective: options.objective }
    this.shuffleSeed = options.shuffleSeed
    this.initial = copyParameters(options.parameters)
    this.current = copyParameters(options.parameters)
    this.rows = targetCount(options.train.targets)
    if (this.rows === 0) throw new LabError('data.too-few-rows', { train: 0, test: targetCount(options.test.targets), dropped: 0 })
    this.order = this.orderOf(0)
    this.safePlace = { step: 0, rowsDone: 0, parameters: this.initial }
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
    this.restore({ epoch: 0, step: 0, rowsDone: 0, parameters: this.initial, history: this.recorder.slice(0, 1) })
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
      history: this.recorder.slice()
    }
  }

  restore(state: TrainerState): void {
    this.epochsDone = state.epoch
    this.stepsDone = state.step
    this.rowsDone = state.rowsDone
    this.current = copyParameters(state.parameters)
    this.recorder = HistoryRecorder.from(state.history)
    this.order = this.orderOf(state.epoch)
    this.safePlace = state
  }

  private advance(): number {
    const { learningRate, batchSize, objective } = this.live
    const batch = gatherSamples(this.train, this.order.subarray(this.rowsDone, this.rowsDone + batchSize))
    const loss = this.descend(batch, learningRate, objective)
    this.stepsDone += 1
    this.rowsDone += targetCount(batch.targets)
    if (this.rowsDone >= this.rows) this.finishEpoch()
    return loss
  }

  private descend(batch: Samples, learningRate: number, objective: Objective): number {
    const step = this.stepsDone + 1
    const cache = forward(this.network, this.current, batch.X)
    const loss = totalLoss(this.current, cache, batch.targets, objective)
    if (!Number.isFinite(loss)) throw diverged(findInForward(cache), step, learningRate)
    const { gradients } = backward(this.network, this.current, cache, batch.targets, objective)
    const badGradient = findInParameters(gradients, true)
    if (badGradient) throw diverged(badGradient, step, learningRate)
    const slopes = namedTensors(gradients)
    namedTensors(this.current).forEach(({ matrix }, t) => update(matrix, slopes[t].matrix, { kind: 'sgd', learningRate }))
    const badParameter = findInParameters(this.current)
    if (badParameter) throw diverged(badParameter, step, learningRate)
    return loss
  }

  private backToSafePlace(): void {
    this.stepsDone = this.safePlace.step
    this.rowsDone = this.safePlace.rowsDone
    this.current = copyParameters(this.safePlace.parameters)
  }

  private finishEpoch(): void {
    this.recorder.push(this.evaluateNow())
    this.epochsDone += 1
    this.rowsDone = 0
    this.order = this.orderOf(this.epochsDone)
    this.safePlace = { step: this.stepsDone, rowsDone: 0, parameters: copyParameters(this.current) }
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
