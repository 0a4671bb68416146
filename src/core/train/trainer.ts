import { AppError } from '../messages/app-error'
import { fieldError } from '../settings/field-error'
import { copyParameters, type Parameters } from '../network/parameters'
import { requireLossFits, type NetworkSpec } from '../network/spec'
import { type OptimizerSpec } from '../nn/optimizers'
import { copyOptimizerState, freshOptimizerState, type OptimizerState } from '../network/update'
import { gatherSamples, targetCount, type Samples } from '../nn/targets'
import type { Note } from '../messages/catalogue'
import type { BatchLossRecorder } from './batch-losses'
import { Epochs } from './epochs'
import type { EpochRecord, HistoryRecorder } from './history'
import { liveSettingsOf, type LiveSettings } from './live-settings'
import type { Machine, MachineFactory } from './machine'
import type { NextStep, TakenStep } from './next-step'
import { requireState } from './require-state'
import { RowOrders } from './row-orders'
import { stepGradients, type StepGradients } from './step-gradients'
import { StepRunner } from './step-runner'
import type { StopReason } from './stopping'
import type { TrainerOptions } from './trainer-options'
import { TrainingLoop } from './training-loop'
import type { Checkpoint, EpochWeights, TrainerState } from './trainer-state'

/**
 * Mini-batch gradient descent, one synchronous step at a time: a run that is trained, changed and taken to other places. The arithmetic
 * is the machine's. The same options give the same bits, however the steps are grouped and wherever it was interrupted.
 */
export class Trainer {
  readonly network: NetworkSpec
  readonly train: Samples
  readonly test: Samples
  readonly validation: Samples | undefined
  /** The order of the training rows in each epoch. */
  readonly orders: RowOrders
  private readonly settings: LiveSettings
  private readonly machine: Machine
  private readonly factory: MachineFactory
  private readonly shuffleSeed: number
  private readonly optimizer: OptimizerSpec
  private readonly initial: Parameters
  private readonly rows: number
  private readonly steps: StepRunner
  private readonly epochs: Epochs
  private readonly loop: TrainingLoop

  /** Throws: spec, when the loss does not fit the output layer; data, when there is no training row. */
  constructor(options: TrainerOptions) {
    const { network, train, test, validation, optimizer = { kind: 'sgd' }, shuffleSeed, machine, evaluation = 'auto' } = options
    requireLossFits(network, options.objective.loss)
    this.network = network
    this.train = train
    this.test = test
    this.validation = validation
    this.settings = liveSettingsOf(options)
    this.optimizer = optimizer
    this.initial = copyParameters(options.parameters)
    this.rows = targetCount(train.targets)
    if (this.rows === 0) throw new AppError('data.too-few-rows', { train: 0, test: targetCount(test.targets), dropped: 0 })
    this.orders = new RowOrders(this.rows, shuffleSeed)
    this.factory = machine
    this.shuffleSeed = shuffleSeed
    this.machine = machine({
      network,
      optimizer,
      parameters: this.initial,
      train,
      test,
      validation,
      batchSize: options.batchSize,
      shuffleSeed
    })
    this.epochs = new Epochs({ network, sets: { train, test, validation }, machine: this.machine, live: this.settings, evaluation })
    this.steps = new StepRunner(this.machine, this.rows, this.settings)
    this.loop = new TrainingLoop(this.machine, this.steps, this.epochs)
    while (!options.readyLater && !this.makeReady());
  }

  /** The live settings as they are now. */
  get live(): Readonly<LiveSettings> {
    return this.settings
  }

  get epoch(): number {
    return this.steps.progress.epoch
  }

  get step(): number {
    return this.steps.progress.step
  }

  /** The losses of the mini-batches up to here, of this process. */
  get batchLosses(): BatchLossRecorder {
    return this.steps.batchLosses
  }

  /** The weights as they are now; of no use after the next step but by copying. */
  get parameters(): Parameters {
    return this.machine.parameters()
  }

  /** The weights of the best epoch; null where they are not kept, and where there is none yet. */
  get best(): EpochWeights | null {
    return this.live.keepBest ? this.epochs.best : null
  }

  /** The weights that are the run's result: of the best epoch where they are kept, else as they are now. Not to be changed. */
  get result(): EpochWeights {
    return this.best ?? { epoch: this.epoch, parameters: this.machine.parameters() }
  }

  /** Why the epoch that has just come to its end is the last one by the rule; null again as soon as training goes on. */
  get stopReason(): StopReason | null {
    return this.loop.stopReason
  }

  /** Whether no row of a further epoch has been trained on. */
  get isAtEpochEnd(): boolean {
    return this.steps.progress.rowsDone === 0
  }

  /** Whether a part of a step or of an evaluation is done and the rest is to come. */
  get isMidway(): boolean {
    return this.loop.isMidway
  }

  /** The step after which a change of live settings made now takes effect. */
  get changeStep(): number {
    return this.steps.changeStep
  }

  /** The optimizer's memory as it is now; as with the weights. */
  get optimizerState(): OptimizerState {
    return this.machine.optimizerState()
  }

  /** The figures of every epoch so far; entry 0 is the untrained network. */
  get history(): HistoryRecorder {
    return this.epochs.history
  }

  /** The events on the way that did not stop it. */
  get notes(): readonly Note[] {
    return this.loop.notes
  }

  /**
   * Does a part of the preparation before the first step: the data are brought to the machine, and epoch 0 is evaluated. Returns whether
   * nothing is left of it. A step does the same first where something is left.
   * Throws: numeric.diverged.
   */
  makeReady(): boolean {
    return this.loop.makeReady()
  }

  /**
   * Takes the next mini-batch's step, and after an epoch's last one evaluates. Returns the total loss of the mini-batch before the step,
   * or null where no step came to its end: a part of a long step or of a long evaluation was done, and the next call goes on with it.
   * Throws: numeric.diverged, after going back to the end of the last finite epoch, whose weights and history stay usable.
   */
  trainStep(): number | null {
    return this.loop.takeStep()
  }

  /**
   * Does the work of so many calls of trainStep, and no more than takes it to an epoch's end, or to the end of one that is the last by the rule.
   * Throws: numeric.diverged.
   */
  trainSteps(count: number, untilEpoch: number): void {
    this.loop.takeSteps(count, untilEpoch)
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
    return gatherSamples(this.train, this.orders.first(this.live.batchSize))
  }

  /** The gradients of the first mini-batch at the weights given, as the machine that trains computes them. Throws: numeric.diverged. */
  firstGradients(parameters: Parameters): StepGradients {
    const { network, live, factory, shuffleSeed } = this
    const { objective } = live
    return stepGradients({ network, objective, machine: factory, shuffleSeed, parameters, batch: this.firstBatch() })
  }

  /** The step that `trainStep` takes next, of which nothing is done by this. */
  nextStep(): NextStep {
    const step = this.steps.upcoming()
    return { ...step, rows: this.orders.part(step.epoch, step.from, step.to) }
  }

  /** Takes over a step that was taken outside the machine; after an epoch's last one `trainStep` evaluates. */
  adoptStep(taken: TakenStep): void {
    this.loop.goOn()
    this.steps.adopt(taken)
  }

  state(): TrainerState {
    return { ...this.checkpoint(), history: this.history.slice() }
  }

  checkpoint(): Checkpoint {
    const { best } = this.epochs
    return {
      ...this.steps.progress,
      parameters: copyParameters(this.machine.parameters()),
      optimizer: copyOptimizerState(this.machine.optimizerState()),
      ...(best ? { best } : {})
    }
  }

  /** Back to an earlier place of this very run. */
  goBack(to: Checkpoint): void {
    this.restore({ ...to, history: this.history.slice(0, to.epoch + 1) })
  }

  /** Goes to a place of this or of another run. Throws: format, where the state is of another network or optimizer. */
  restore(state: TrainerState): void {
    requireState(state, { parameters: this.initial, optimizer: this.optimizer })
    const { parameters, optimizer, history, best, ...progress } = state
    if (progress.rowsDone > this.rows) throw fieldError('rowsDone', progress.rowsDone, `0–${this.rows}`)
    this.loop.goOn()
    this.epochs.restore(history, best ?? null)
    this.steps.moveTo(progress, parameters, optimizer)
  }

  /** Sets live settings for the steps from here on; a step that is not done to its end keeps its own. */
  change(live: Partial<LiveSettings>): void {
    Object.assign(this.settings, live)
    this.epochs.settingsChanged()
    this.steps.settingsChanged()
  }

  /** Gives the machine's memory and threads back; the trainer is not used any more. */
  release(): void {
    this.machine.release()
  }
}
