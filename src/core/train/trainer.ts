import { LabError } from '../errors'
import type { Objective } from '../network/backward'
import { copyParameters, type Parameters } from '../network/parameters'
import { parameterCount, requireLossFits, type NetworkSpec } from '../network/spec'
import { copyOptimizerState, freshOptimizerState, type OptimizerSpec, type OptimizerState } from '../nn/optimizers'
import { learningRateFactors, type Moment, type ScheduleSpec } from '../nn/schedules'
import { gatherSamples, targetCount, type Samples } from '../nn/targets'
import type { Note } from '../texts'
import { diverged } from './divergence'
import type { Evaluation } from './evaluate'
import { evaluationInterval, isEvaluated, type EvaluationChoice } from './evaluation-rule'
import { HistoryRecorder, notEvaluated, type EpochRecord, type History } from './history'
import { evaluationSets, epochOrder, LostThread, MOST_STEPS, type Machine, type MachineFactory, type StepRequest, type StepsRequest } from './machine'
import { plainMachine } from './plain-machine'
import { FigureWatch, type StopReason, type StopRule } from './stopping'

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
  /** When it ends before its last epoch; never unless given. */
  stop?: StopRule
  /** Whether the weights of the best epoch are kept, from now on; not unless given. */
  keepBest?: boolean
}

/** Weights, and the epoch at whose end they were so. */
export interface EpochWeights {
  readonly epoch: number
  readonly parameters: Parameters
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
  /** Rows set apart besides those of the test, whose figures are recorded too; none unless given. */
  readonly validation?: Samples
  /** What it is computed on; the plain machine unless given. */
  readonly machine?: MachineFactory
  /** `auto` unless given. */
  readonly evaluation?: EvaluationChoice
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
  /** The weights of the best epoch, where they are kept. */
  readonly best?: EpochWeights
}

/** A place of a run to go back to in the same run, whose history tells the rest. */
export type Checkpoint = Omit<TrainerState, 'history'>

type Changing<T> = { -readonly [Key in keyof T]: T[Key] }

/**
 * The end of the last epoch, or where the run was taken up or its live settings changed: what it falls back to when it diverges or
 * loses a thread.
 */
type SafePlace = Pick<TrainerState, 'step' | 'rowsDone'>

/**
 * Mini-batch gradient descent, one synchronous step at a time: which rows, at which rate, when to evaluate. The arithmetic is the
 * machine's. The same options give the same bits, however the steps are grouped and wherever it was interrupted.
 */
export class Trainer {
  readonly network: NetworkSpec
  readonly train: Samples
  readonly test: Samples
  readonly validation: Samples | undefined
  private readonly settings: LiveSettings
  private readonly machine: Machine
  private readonly optimizer: OptimizerSpec
  private readonly shuffleSeed: number
  private readonly initial: Parameters
  private readonly rows: number
  private readonly evaluationInterval: number
  private rowsDone = 0
  private epochsDone = 0
  private stepsDone = 0
  private recorder = new HistoryRecorder()
  private safePlace: SafePlace = { step: 0, rowsDone: 0 }
  /** The step in progress; one object for all of them. */
  private readonly request: Changing<StepRequest>
  private readonly told: Note[] = []
  private inStep = false
  /** The steps that are asked for together; one object for all of them. */
  private readonly together: Changing<StepsRequest>
  /** Where the step stands whose rate is asked for; one object for all of them. */
  private readonly moment: Changing<Moment> = { epoch: 0, part: 0, epochs: 0 }
  /** The schedule that was last reckoned with. */
  private schedule: { readonly spec: ScheduleSpec; readonly factor: (moment: Moment) => number } = constantRate
  /** The figures of the first sets, while those of the others are still to come. */
  private figures: Evaluation[] = []
  private readonly hasTestRows: boolean
  private watch: FigureWatch
  private reason: StopReason | null = null
  private best: EpochWeights | null = null

  /** Throws: spec, when the loss does not fit the output layer; data, when there is no training row. */
  constructor(options: TrainerOptions) {
    const { network, train, test, validation, optimizer = { kind: 'sgd' }, shuffleSeed, machine = plainMachine, evaluation = 'auto' } = options
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
    this.hasTestRows = testRows > 0
    this.watch = this.watchOver(this.recorder)
    if (this.rows === 0) throw new LabError('data.too-few-rows', { train: 0, test: testRows, dropped: 0 })
    const heldRows = testRows + (validation ? targetCount(validation.targets) : 0)
    const counts = { trainRows: this.rows, testRows: heldRows, parameters: parameterCount(network) }
    this.evaluationInterval = evaluation === 'every' ? 1 : evaluationInterval(counts)
    this.request = { from: 0, to: 0, objective, learningRate, clip: null, step: 0 }
    this.together = { from: 0, to: 0, batch: batchSize, objective, learningRates: new Float64Array(MOST_STEPS), clip: null, step: 0 }
    this.machine = machine({ network, optimizer, parameters: this.initial, train, test, validation, shuffleSeed })
    this.machine.shuffle(0)
    this.machine.keep()
    this.recordUntrained()
  }

  /** What may change while training goes on, as it is now. */
  get live(): Readonly<LiveSettings> {
    return this.settings
  }

  get epoch(): number {
    return this.epochsDone
  }

  get step(): number {
    return this.stepsDone
  }

  /** The weights as they are now; of no use after the next step but by copying. */
  get parameters(): Parameters {
    return this.machine.parameters()
  }

  /** The weights that are the run's result: of the best epoch where they are kept, else as they are now. Not to be changed. */
  get result(): EpochWeights {
    const kept = this.live.keepBest ? this.best : null
    return kept ?? { epoch: this.epochsDone, parameters: this.machine.parameters() }
  }

  /** Why the epoch that has just come to its end is the last one by the rule; null again as soon as training goes on. */
  get stopReason(): StopReason | null {
    return this.reason
  }

  /** Whether no row of a further epoch has been trained on. */
  get isAtEpochEnd(): boolean {
    return this.rowsDone === 0
  }

  /** Whether a part of a step or of an evaluation is done and the rest is to come. */
  get isMidway(): boolean {
    return this.inStep || this.rowsDone >= this.rows
  }

  /** The step after which a change of live settings made now takes effect. */
  get changeStep(): number {
    return this.inStep ? this.request.step : this.stepsDone
  }

  /** The optimizer's memory as it is now; as with the weights. */
  get optimizerState(): OptimizerState {
    return this.machine.optimizerState()
  }

  /** The figures of every epoch so far; entry 0 is the untrained network. */
  get history(): HistoryRecorder {
    return this.recorder
  }

  /** What happened on the way that did not stop it. */
  get notes(): readonly Note[] {
    return this.told
  }

  /** The name of the arithmetic, for saved runs. */
  get engineBuild(): string {
    return this.machine.build
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
   * What so many calls of trainStep do, and no more than takes it to an epoch's end, or to the end of one that is the last by the rule.
   * Throws: numeric.diverged.
   */
  trainSteps(count: number, untilEpoch: number): void {
    let left = count
    this.reason = null
    while (left > 0 && this.epochsDone < untilEpoch && this.reason === null) left -= this.trainSome(left)
  }

  /** Steps to the end of the epoch. Throws: numeric.diverged. */
  trainEpoch(): EpochRecord {
    this.trainSteps(Infinity, this.epochsDone + 1)
    return this.recorder.at(this.epochsDone)
  }

  /** Back to epoch 0 and the very same weights. */
  rewind(): void {
    const optimizer = freshOptimizerState(this.optimizer, this.initial)
    this.restore({ epoch: 0, step: 0, rowsDone: 0, parameters: this.initial, optimizer, history: this.recorder.slice(0, 1) })
  }

  /** The first mini-batch of the first epoch: the one that gradients are checked on. */
  firstBatch(): Samples {
    return gatherSamples(this.train, epochOrder(this.rows, this.shuffleSeed, 0).subarray(0, this.live.batchSize))
  }

  state(): TrainerState {
    return { ...this.checkpoint(), history: this.recorder.slice() }
  }

  checkpoint(): Checkpoint {
    return {
      epoch: this.epochsDone,
      step: this.stepsDone,
      rowsDone: this.rowsDone,
      parameters: copyParameters(this.machine.parameters()),
      optimizer: copyOptimizerState(this.machine.optimizerState()),
      ...(this.best ? { best: this.best } : {})
    }
  }

  /** Back to an earlier place of this very run. */
  goBack(to: Checkpoint): void {
    this.restore({ ...to, history: this.recorder.slice(0, to.epoch + 1) })
  }

  restore({ epoch, step, rowsDone, parameters, optimizer, history, best }: TrainerState): void {
    this.forgetUnfinished()
    this.reason = null
    this.best = best ?? null
    this.epochsDone = epoch
    this.stepsDone = step
    this.rowsDone = rowsDone
    this.recorder = HistoryRecorder.from(history)
    this.watch = this.watchOver(this.recorder)
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
    this.watch.setRule(this.live.stop ?? noRule)
    if (!this.live.keepBest) this.best = null
    if (!this.inStep) this.keepPlace()
  }

  /** Gives the machine's memory and threads back; the trainer is not used any more. */
  release(): void {
    this.machine.release()
  }

  /** What up to `most` calls of trainStep do; answers how many that were. */
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
    const done = this.inStep || this.rowsDone >= this.rows ? 0 : this.takeTogether(most)
    if (done > 0) return done
    this.advance()
    return 1
  }

  /** Up to `most` steps of the epoch at once; 0 where the machine takes one at a time. */
  private takeTogether(most: number): number {
    const { machine, together, rows, rowsDone } = this
    if (!machine.takeSteps) return 0
    const { objective, clip = null } = this.live
    // A machine makes room for a whole batch.
    const batch = Math.min(rows, this.live.batchSize)
    together.from = rowsDone
    together.to = Math.min(rows, rowsDone + Math.min(most, MOST_STEPS) * batch)
    together.batch = batch
    together.objective = objective
    together.clip = clip
    together.step = this.stepsDone + 1
    this.writeRates(together)
    const done = machine.takeSteps(together)
    this.stepsDone += done
    this.rowsDone = Math.min(together.to, rowsDone + done * batch)
    if (done > 0 && this.rowsDone >= rows) this.finishEpoch()
    return done
  }

  private writeRates({ from, to, batch, learningRates }: StepsRequest): void {
    let i = 0
    for (let row = from; row < to; row += batch) learningRates[i++] = this.learningRateOf(row, Math.min(batch, to - row))
  }

  private advance(): number | null {
    if (this.rowsDone >= this.rows) {
      this.finishEpoch()
      return null
    }
    if (!this.inStep) this.beginStep()
    const loss = this.machine.takeStep(this.request)
    if (loss === null) return null
    this.inStep = false
    this.stepsDone = this.request.step
    this.rowsDone = this.request.to
    if (this.rowsDone >= this.rows) this.finishEpoch()
    return loss
  }

  private beginStep(): void {
    const { batchSize, objective, clip = null } = this.live
    const { request } = this
    request.from = this.rowsDone
    request.to = Math.min(this.rows, this.rowsDone + batchSize)
    request.objective = objective
    request.learningRate = this.learningRateOf(request.from, request.to - request.from)
    request.clip = clip
    request.step = this.stepsDone + 1
    this.inStep = true
  }

  /** The scheduled rate of a step on so many rows after `rowsDone` rows of the epoch. */
  private learningRateOf(rowsDone: number, rows: number): number {
    const { learningRate, schedule = constantSchedule, epochs = 1 } = this.live
    if (this.schedule.spec !== schedule) this.schedule = { spec: schedule, factor: learningRateFactors(schedule) }
    const { moment } = this
    moment.epoch = this.epochsDone + rowsDone / this.rows
    moment.part = rows / this.rows
    moment.epochs = epochs
    return learningRate * this.schedule.factor(moment)
  }

  private backToSafePlace(): void {
    this.forgetUnfinished()
    this.stepsDone = this.safePlace.step
    this.rowsDone = this.safePlace.rowsDone
    this.machine.fallBack()
  }

  private forgetUnfinished(): void {
    this.inStep = false
    this.figures = []
  }

  private keepPlace(): void {
    this.safePlace = { step: this.stepsDone, rowsDone: this.rowsDone }
    this.machine.keep()
  }

  /** Evaluates and goes on to the next epoch; leaves everything as it is where only a part of the evaluation is done. */
  private finishEpoch(): void {
    const due = isEvaluated(this.epochsDone + 1, this.evaluationInterval, this.live.epochs ?? 1)
    const record = due ? this.evaluateNow() : notEvaluated
    if (!record) return
    this.recorder.push(record)
    this.epochsDone += 1
    this.rowsDone = 0
    this.reason = this.watch.see(this.epochsDone, record)
    if (this.live.keepBest && this.watch.bestEpoch === this.epochsDone) {
      this.best = { epoch: this.epochsDone, parameters: copyParameters(this.machine.parameters()) }
    }
    this.machine.shuffle(this.epochsDone)
    this.keepPlace()
  }

  /** A watch that has seen the epochs of a history. */
  private watchOver(history: HistoryRecorder): FigureWatch {
    const watch = new FigureWatch(this.hasTestRows)
    watch.setRule(this.live.stop ?? noRule)
    for (let epoch = 1; epoch < history.length; epoch++) watch.see(epoch, history.at(epoch))
    return watch
  }

  /** Epoch 0: what there is to show before the first step. */
  private recordUntrained(): void {
    let record: EpochRecord | null = null
    while (!record) record = this.evaluateUntrained()
    this.recorder.push(record)
  }

  private evaluateUntrained(): EpochRecord | null {
    try {
      return this.evaluateNow()
    } catch (error) {
      this.recover(error)
      return null
    }
  }

  private evaluateNow(): EpochRecord | null {
    const { loss } = this.live.objective
    const sets = evaluationSets.filter((set) => this[set] !== undefined)
    while (this.figures.length < sets.length) {
      const set = sets[this.figures.length]
      const samples = this[set]
      const figures = this.machine.evaluate(set, loss)
      if (!figures) return null
      if (samples && targetCount(samples.targets) > 0 && !Number.isFinite(figures.loss)) {
        throw diverged({ layer: this.network.layers.length, tensor: 'loss' }, this.stepsDone, this.live.learningRate)
      }
      this.figures.push(figures)
    }
    const [train, test, validation] = this.figures
    this.figures = []
    const held = validation ? { validationLoss: validation.loss, validationMetric: validation.metric } : {}
    return { trainLoss: train.loss, testLoss: test.loss, trainMetric: train.metric, testMetric: test.metric, ...held }
  }
}

const noRule: StopRule = {}
const constantSchedule: ScheduleSpec = { kind: 'constant' }
const constantRate = { spec: constantSchedule, factor: learningRateFactors(constantSchedule) }
