import { AppError } from '../messages/app-error'
import { copyParameters, type Parameters } from '../network/parameters'
import { parameterCount, requireLossFits, type NetworkSpec } from '../network/spec'
import { type OptimizerSpec } from '../nn/optimizers'
import { copyOptimizerState, freshOptimizerState, type OptimizerState } from '../network/update'
import { gatherSamples, targetCount, type Samples } from '../nn/targets'
import type { Note } from '../messages/catalogue'
import { BatchLossRecorder } from './batch-losses'
import { EpochEvaluation } from './epoch-evaluation'
import { EpochLog } from './epoch-log'
import { evaluationInterval, isEvaluated } from './evaluation-rule'
import { notEvaluated, type EpochRecord, type HistoryRecorder } from './history'
import type { LiveSettings } from './live-settings'
import { epochOrder, LostThread, type Machine, type StepRequest } from './machine'
import { StepRequests } from './step-requests'
import type { StopReason } from './stopping'
import type { TrainerOptions } from './trainer-options'
import type { Checkpoint, EpochWeights, Progress, TrainerState } from './trainer-state'

/**
 * Mini-batch gradient descent, one synchronous step at a time: which rows, at which rate, when to evaluate. The arithmetic is the
 * machine's. The same options give the same bits, however the steps are grouped and wherever it was interrupted.
 */
export class Trainer {
  readonly network: NetworkSpec
  readonly train: Samples
  readonly test: Samples
  readonly validation: Samples | undefined
  /** The losses of the mini-batches up to here, of this process. */
  readonly batchLosses = new BatchLossRecorder()
  private readonly settings: LiveSettings
  private readonly machine: Machine
  private readonly optimizer: OptimizerSpec
  private readonly shuffleSeed: number
  private readonly initial: Parameters
  private readonly rows: number
  private readonly evaluationInterval: number
  private readonly progress: { -readonly [Key in keyof Progress]: Progress[Key] } = { epoch: 0, step: 0, rowsDone: 0 }
  /**
   * The end of the last epoch, or where the run was taken up or its live settings changed: what it falls back to when it diverges or
   * loses a thread.
   */
  private safePlace: Omit<Progress, 'epoch'> = { step: 0, rowsDone: 0 }
  private readonly requests: StepRequests
  /** The step of which a part is done. */
  private unfinished: StepRequest | null = null
  private readonly evaluation: EpochEvaluation
  private readonly log: EpochLog
  private readonly told: Note[] = []
  /** The first rows in the order of the first epoch, as far as they were asked for. */
  private firstRows = new Int32Array(0)
  private reason: StopReason | null = null

  /** Throws: spec, when the loss does not fit the output layer; data, when there is no training row. */
  constructor(options: TrainerOptions) {
    const {
      network,
      train,
      test,
      validation,
      optimizer = { kind: 'sgd' },
      shuffleSeed,
      machine,
      evaluation = 'auto',
      readyLater = false
    } = options
    const { learningRate, batchSize, objective, schedule, epochs, clip, stop, keepBest } = options
    requireLossFits(network, objective.loss)
    this.network = network
    this.train = train
    this.test = test
    this.validation = validation
    this.settings = { learningRate, batchSize, objective, schedule, epochs, clip, stop, keepBest }
    this.optimizer = optimizer
    this.shuffleSeed = shuffleSeed
    this.initial = copyParameters(options.parameters)
    this.rows = targetCount(train.targets)
    const testRows = targetCount(test.targets)
    if (this.rows === 0) throw new AppError('data.too-few-rows', { train: 0, test: testRows, dropped: 0 })
    const heldRows = testRows + (validation ? targetCount(validation.targets) : 0)
    const counts = { trainRows: this.rows, testRows: heldRows, parameters: parameterCount(network) }
    this.evaluationInterval = evaluation === 'every' ? 1 : evaluationInterval(counts)
    this.requests = new StepRequests(this.rows, this.settings, this.progress)
    this.log = new EpochLog(this.settings, testRows > 0)
    this.machine = machine({ network, optimizer, parameters: this.initial, train, test, validation, batchSize, shuffleSeed })
    this.evaluation = new EpochEvaluation(this.machine, { train, test, validation }, network.layers.length)
    this.machine.shuffle(0)
    this.machine.keep()
    while (!readyLater && !this.makeReady());
  }

  /** The live settings as they are now. */
  get live(): Readonly<LiveSettings> {
    return this.settings
  }

  get epoch(): number {
    return this.progress.epoch
  }

  get step(): number {
    return this.progress.step
  }

  /** The weights as they are now; of no use after the next step but by copying. */
  get parameters(): Parameters {
    return this.machine.parameters()
  }

  /** The weights that are the run's result: of the best epoch where they are kept, else as they are now. Not to be changed. */
  get result(): EpochWeights {
    const kept = this.live.keepBest ? this.log.best : null
    return kept ?? { epoch: this.epoch, parameters: this.machine.parameters() }
  }

  /** Why the epoch that has just come to its end is the last one by the rule; null again as soon as training goes on. */
  get stopReason(): StopReason | null {
    return this.reason
  }

  /** Whether no row of a further epoch has been trained on. */
  get isAtEpochEnd(): boolean {
    return this.progress.rowsDone === 0
  }

  /** Whether a part of a step or of an evaluation is done and the rest is to come. */
  get isMidway(): boolean {
    return this.unfinished !== null || this.isDue
  }

  /** The step after which a change of live settings made now takes effect. */
  get changeStep(): number {
    return this.unfinished?.step ?? this.progress.step
  }

  /** The optimizer's memory as it is now; as with the weights. */
  get optimizerState(): OptimizerState {
    return this.machine.optimizerState()
  }

  /** The figures of every epoch so far; entry 0 is the untrained network. */
  get history(): HistoryRecorder {
    return this.log.history
  }

  /** The events on the way that did not stop it. */
  get notes(): readonly Note[] {
    return this.told
  }

  /** The name of the arithmetic, for saved runs. */
  get engineBuild(): string {
    return this.machine.build
  }

  /**
   * Does a part of what comes before the first step: the data are brought to the machine, and epoch 0 is evaluated. Answers whether
   * nothing is left of it. A step does the same first where something is left.
   * Throws: numeric.diverged.
   */
  makeReady(): boolean {
    if (this.machine.bringData?.() === false) return false
    if (this.history.length > 0) return true
    try {
      const record = this.evaluateNow()
      if (record) this.log.begin(record)
      return record !== null
    } catch (error) {
      this.recover(error)
      return false
    }
  }

  /**
   * The next mini-batch's step, and after an epoch's last one the evaluation. Answers the total loss of the mini-batch before the step,
   * or null where no step came to its end: a part of a long step or of a long evaluation was done, and the next call goes on with it.
   * Throws: numeric.diverged, after going back to the end of the last finite epoch, whose weights and history stay usable.
   */
  trainStep(): number | null {
    this.reason = null
    try {
      return this.advance()
    } catch (error) {
      this.recover(error)
      return null
    }
  }

  /**
   * Does the work of so many calls of trainStep, and no more than takes it to an epoch's end, or to the end of one that is the last by the rule.
   * Throws: numeric.diverged.
   */
  trainSteps(count: number, untilEpoch: number): void {
    let left = count
    this.reason = null
    while (left > 0 && this.epoch < untilEpoch && this.reason === null) left -= this.trainSome(left)
  }

  /** Steps to the end of the epoch. Throws: numeric.diverged. */
  trainEpoch(): EpochRecord {
    this.trainSteps(Infinity, this.epoch + 1)
    return this.history.at(this.epoch)
  }

  /** Back to epoch 0 and the very same weights. */
  rewind(): void {
    const optimizer = freshOptimizerState(this.optimizer, this.initial)
    this.restore({ epoch: 0, step: 0, rowsDone: 0, parameters: this.initial, optimizer, history: this.history.slice(0, 1) })
  }

  /** The first mini-batch of the first epoch: the one that gradients are checked on. */
  firstBatch(): Samples {
    const count = Math.min(this.rows, this.live.batchSize)
    // The whole order takes its time where there are many rows.
    if (this.firstRows.length < count) this.firstRows = epochOrder(this.rows, this.shuffleSeed, 0).slice(0, count)
    return gatherSamples(this.train, this.firstRows.subarray(0, count))
  }

  state(): TrainerState {
    return { ...this.checkpoint(), history: this.history.slice() }
  }

  checkpoint(): Checkpoint {
    const { best } = this.log
    return {
      ...this.progress,
      parameters: copyParameters(this.machine.parameters()),
      optimizer: copyOptimizerState(this.machine.optimizerState()),
      ...(best ? { best } : {})
    }
  }

  /** Back to an earlier place of this very run. */
  goBack(to: Checkpoint): void {
    this.restore({ ...to, history: this.history.slice(0, to.epoch + 1) })
  }

  restore({ epoch, step, rowsDone, parameters, optimizer, history, best }: TrainerState): void {
    this.forgetUnfinished()
    this.reason = null
    Object.assign(this.progress, { epoch, step, rowsDone })
    this.log.restore(history, best ?? null)
    this.batchLosses.cutAt(this.placeOf(rowsDone))
    this.machine.load(parameters, optimizer)
    this.machine.shuffle(epoch)
    this.keepPlace()
  }

  /**
   * Live settings for the steps from here on. The place is kept, so that steps that are taken again after a lost thread are those with
   * the settings they had; one that is not done to its end keeps its own.
   */
  change(live: Partial<LiveSettings>): void {
    Object.assign(this.settings, live)
    this.log.settingsChanged()
    if (!this.unfinished) this.keepPlace()
  }

  /** Gives the machine's memory and threads back; the trainer is not used any more. */
  release(): void {
    this.machine.release()
  }

  /** Does the work of up to `most` calls of trainStep; returns how many that were. */
  private trainSome(most: number): number {
    try {
      return this.advanceBy(most)
    } catch (error) {
      this.recover(error)
      return 1
    }
  }

  private recover(error: unknown): void {
    this.backToSafePlace()
    if (!(error instanceof LostThread)) throw error
    this.told.push({ code: 'note.thread-lost', details: {} })
  }

  private advanceBy(most: number): number {
    const done = this.isMidway || !this.isReady ? 0 : this.takeTogether(most)
    if (done > 0) return done
    this.advance()
    return 1
  }

  /** Up to `most` steps of the epoch at once; 0 where the machine takes one at a time. */
  private takeTogether(most: number): number {
    const { machine, progress } = this
    if (!machine.takeSteps) return 0
    const request = this.requests.nextSteps(most)
    const done = machine.takeSteps(request)
    for (let i = 0; i < done; i++) this.batchLosses.push(this.placeOf(request.from + (i + 1) * request.batch), request.losses[i])
    progress.step += done
    progress.rowsDone = Math.min(request.to, request.from + done * request.batch)
    if (done > 0 && this.isDue) this.finishEpoch()
    return done
  }

  private advance(): number | null {
    if (!this.isReady) {
      this.makeReady()
      return null
    }
    if (this.isDue) {
      this.finishEpoch()
      return null
    }
    const { progress } = this
    const request = (this.unfinished ??= this.requests.nextStep())
    const loss = this.machine.takeStep(request)
    if (loss === null) return null
    this.unfinished = null
    this.batchLosses.push(this.placeOf(request.to), loss)
    progress.step = request.step
    progress.rowsDone = request.to
    if (this.isDue) this.finishEpoch()
    return loss
  }

  /** Where so many rows of the epoch end, in epochs. */
  private placeOf(rows: number): number {
    return this.progress.epoch + Math.min(this.rows, rows) / this.rows
  }

  /** Whether epoch 0 was evaluated. */
  private get isReady(): boolean {
    return this.history.length > 0
  }

  /** Whether the epoch has no more rows, and its evaluation is due. */
  private get isDue(): boolean {
    return this.progress.rowsDone >= this.rows
  }

  private backToSafePlace(): void {
    this.forgetUnfinished()
    Object.assign(this.progress, this.safePlace)
    this.batchLosses.cutAt(this.placeOf(this.progress.rowsDone))
    this.machine.fallBack()
  }

  private forgetUnfinished(): void {
    this.unfinished = null
    this.evaluation.forget()
  }

  private keepPlace(): void {
    const { step, rowsDone } = this.progress
    this.safePlace = { step, rowsDone }
    this.machine.keep()
  }

  /** Evaluates and goes on to the next epoch; leaves everything as it is where only a part of the evaluation is done. */
  private finishEpoch(): void {
    const { progress } = this
    const isNeeded = isEvaluated(progress.epoch + 1, this.evaluationInterval, this.live.epochs ?? 1)
    const record = isNeeded ? this.evaluateNow() : notEvaluated
    if (!record) return
    progress.epoch += 1
    progress.rowsDone = 0
    this.reason = this.log.end(progress.epoch, record, () => this.machine.parameters())
    this.machine.shuffle(progress.epoch)
    this.keepPlace()
  }

  private evaluateNow(): EpochRecord | null {
    const { objective, learningRate } = this.live
    return this.evaluation.advance({ loss: objective.loss, step: this.step, learningRate })
  }
}
