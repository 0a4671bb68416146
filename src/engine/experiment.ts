import {
  adaptSettings,
  cellsToPrepare,
  createTrainer,
  prepareTask,
  AppError,
  liveSettings,
  metricOf,
  parameterCount,
  preparesAlike,
  rebuilds,
  summarizeColumn,
  toWire,
  usableLosses,
  withNetwork,
  type Prepared,
  type Settings,
  type Trainer,
  type TrainerState,
  type WireError
} from '#core'
import type { Covered, ExperimentState, Preparing, RunChange, StepUnit } from '#shared/contract'
import type { Backend } from '../node/kernels/choose-backend'
import { isSameCourse, nextChangeAfter, settingsAt, withChange } from './changes'
import type { OpenedData } from './dataset-loader'
import { ProgressReporter } from './progress-reporter'
import { Runner, type Place, type RunnerEvents, type RunnerStart, type Way } from './runner'
import { inSlices, Slices } from './slices'
import { summarizeData, summarizePrepared } from './summaries'

/** A run to go on with: where its trainer stood, and what was shown of it. */
export interface SavedRun extends RunnerStart {
  readonly state: TrainerState
  /** The live changes up to there. */
  readonly changes?: readonly RunChange[]
}

/** What an experiment tells of besides its run. */
export interface ExperimentEvents extends RunnerEvents {
  /** How far long work before a run is; null when it is over. */
  preparing(how: Preparing | null): void
}

/**
 * A table, the settings, and the run that follows from them. Rows are made ready and the untrained network is evaluated in slices, between
 * which messages are answered; new settings end that.
 */
export class Experiment {
  /** Resolves when the rows are made ready and there is a run, or when there is none to come; never rejects. */
  whenPrepared: Promise<void> = Promise.resolve()
  /** Resolves when nothing is left to be done before the first step either; never rejects. */
  whenReady: Promise<void> = Promise.resolve()
  private settings: Settings
  private prepared: Prepared | null = null
  /** What was made ready last, and by which settings. */
  private last: { readonly prepared: Prepared; readonly settings: Settings } | null = null
  /** The run to go on with when the rows are ready. */
  private pending: SavedRun | null = null
  private readonly pace: ProgressReporter
  private isPreparing = false
  /** Counts what was begun; long work of an earlier number is not wanted any more. */
  private turn = 0
  private problem: WireError | null = null
  private current: Runner | null = null
  private made: readonly RunChange[] = []
  /** Where it is going, and the settings there. */
  private going: { readonly to: Place; readonly atEnd: Settings } | null = null
  private readonly dataSummary

  constructor(
    readonly data: OpenedData,
    settings: Settings,
    private readonly events: ExperimentEvents,
    private readonly backend: Backend,
    saved?: SavedRun
  ) {
    this.settings = settings
    this.dataSummary = summarizeData(data)
    this.pace = new ProgressReporter((how) => events.preparing(how))
    this.build(saved ?? null)
  }

  get runner(): Runner | null {
    return this.current
  }

  get chosen(): Settings {
    return this.settings
  }

  get preparation(): Prepared | null {
    return this.prepared
  }

  /**
   * The live changes that the place where the run stands came by, in their order: none of those still ahead on its way, and for one
   * that waits for the end of a step in progress, the place before that step, which is taken anew from here.
   */
  get changes(): readonly RunChange[] {
    if (!this.current) return []
    const { trainer, isOnItsWay } = this.current
    const passed = isOnItsWay ? this.made.filter(({ step }) => step <= trainer.step) : this.made
    return passed.map((change) => ({ ...change, step: Math.min(change.step, trainer.step) }))
  }

  /** New settings: live ones take effect at the next step, others rebuild the network and clear the run. */
  change(wanted: Settings): void {
    const before = this.settings
    this.settings = adaptSettings(this.data.table, before, wanted)
    const isOther = rebuilds(before, this.settings)
    if (isOther || !this.current || !this.prepared) {
      this.close()
      this.build(isOther ? null : this.pending)
      return
    }
    // On its way it has the settings of that way, and these when it is there.
    if (!this.current.isOnItsWay) this.takeOver(this.current, this.prepared, before)
    this.current.setGoal(this.settings.epochs)
  }

  /** Back to epoch 0 and the very same weights. */
  rewind(): void {
    this.current?.rewind()
    this.made = []
  }

  /** Back to the place before the last step, or to the end of the epoch before. Nothing where there is none. */
  stepBack(unit: StepUnit): void {
    const { current: runner, prepared } = this
    if (!runner || !prepared) return
    // One more step back while it is on its way takes it that much further, by the same changes.
    const going = runner.isOnItsWay ? this.going : null
    const to = going ? oneBefore(going.to, unit) : placeBefore(runner.trainer, unit)
    if (!to) return
    const atEnd = going?.atEnd ?? this.settings
    runner.goBack(this.wayTo(to, atEnd, runner, prepared))
  }

  /**
   * Brings the run to a place where it was in a process that has ended, by the same steps with the same settings: on from where it was
   * saved, or from the start where it has been elsewhere since.
   */
  async retrace({ settings, run }: Covered): Promise<void> {
    if (rebuilds(this.settings, settings)) this.change(settings)
    await this.whenPrepared
    const { current: runner, prepared } = this
    if (!runner || !prepared) return
    const { trainer } = runner
    const course = { settings, changes: run.changes }
    const isOnTheWay = trainer.step <= run.step && isSameCourse({ settings: this.settings, changes: this.changes }, course, trainer.step)
    this.settings = settings
    this.made = run.changes
    const stood = { seconds: run.seconds, stopped: run.stopped ?? null }
    runner.retrace({ ...this.wayTo({ step: run.step }, settings, runner, prepared), stood }, isOnTheWay, settings.epochs)
  }

  /** A way by the live changes that were made; `atEnd` are the settings after the last of them. */
  private wayTo(to: Place, atEnd: Settings, runner: Runner, prepared: Prepared): Way {
    const { made } = this
    const { trainer } = runner
    this.going = { to, atEnd }
    return {
      to,
      settle: () => {
        trainer.change(liveSettings(prepared, settingsAt(atEnd, made, trainer.step)))
        return nextChangeAfter(made, trainer.step)
      },
      arrived: () => {
        const then = settingsAt(atEnd, made, trainer.step)
        this.made = made.filter(({ step }) => step <= trainer.step)
        this.takeOver(runner, prepared, then)
      }
    }
  }

  /** The settings as they are, for the steps from here on. */
  private takeOver({ trainer }: Runner, prepared: Prepared, before: Settings): void {
    if (trainer.step > 0) {
      this.made = withChange(this.made, before, this.settings, { epoch: trainer.epoch, step: trainer.changeStep })
    }
    trainer.change(liveSettings(prepared, this.settings))
  }

  /** Ends the run and gives back what it computes on. */
  close(): void {
    this.turn++
    this.isPreparing = false
    this.pace.end()
    this.endRun()
  }

  /** Ends what is done before a run can begin; the next change of settings begins with it anew. Nothing where nothing is. */
  cancelPreparing(): void {
    if (!this.isPreparing) return
    this.close()
    this.prepared = null
    this.problem = toWire(new AppError('request.preparing-cancelled'))
  }

  /** The run as it stands, to go on with in another process; null where there is none. */
  get snapshot(): SavedRun | null {
    const { current: runner, changes } = this
    if (!runner || runner.trainer.history.length === 0) return this.pending
    const { status, seconds, builds, stopped, failure } = runner
    return {
      state: runner.trainer.state(),
      status: status === 'running' ? 'paused' : status,
      seconds,
      builds,
      changes,
      ...(stopped ? { stopped } : {}),
      ...(failure ? { failure } : {})
    }
  }

  state(): ExperimentState {
    const { prepared, settings } = this
    const target = this.data.table.columns.find(({ name }) => name === settings.targets[0])
    return {
      data: this.dataSummary,
      settings,
      prepared: prepared ? { ...summarizePrepared(prepared), notes: [...prepared.notes, ...(this.current?.trainer.notes ?? [])] } : null,
      problem: this.problem,
      network: prepared?.network ?? null,
      parameterCount: prepared ? parameterCount(prepared.network) : 0,
      usableLosses: target ? usableLosses(settings.task, summarizeColumn(target).distinct) : [],
      metric: metricOf(settings.loss),
      run: this.runState(),
      history: this.history(0)
    }
  }

  runState(): ExperimentState['run'] {
    const { current: runner } = this
    if (!runner) return { status: 'idle', epoch: 0, step: 0, seconds: 0, changes: [] }
    const { trainer, status, seconds, failure, stopped } = runner
    return {
      status,
      epoch: trainer.epoch,
      step: trainer.step,
      seconds,
      changes: this.made,
      ...(stopped ? { stopped } : {}),
      ...(this.settings.keepBest ? { resultEpoch: trainer.result.epoch } : {}),
      ...(failure ? { failure } : {})
    }
  }

  /** The history from an epoch on. */
  history(from: number): ExperimentState['history'] {
    const none = new Float64Array(0)
    return this.current?.trainer.history.slice(from) ?? { trainLoss: none, testLoss: none, trainMetric: none, testMetric: none }
  }

  private build(saved: SavedRun | null): void {
    const turn = ++this.turn
    const isWanted = () => turn === this.turn
    this.prepared = null
    this.problem = null
    this.current = null
    this.pending = saved
    this.made = saved?.changes ?? []
    this.isPreparing = true
    this.whenPrepared = this.makeRun(saved, isWanted)
    this.whenReady = this.whenPrepared.then(() => this.makeReady(isWanted))
  }

  private async makeRun(saved: SavedRun | null, isWanted: () => boolean): Promise<void> {
    const { settings } = this
    try {
      const prepared = await this.prepareTask(isWanted)
      if (!isWanted()) return
      const trainer = createTrainer(prepared, settings, this.backend.machine, { readyLater: true })
      if (saved) trainer.restore(saved.state)
      const events: RunnerEvents = {
        progress: () => this.current === runner && this.events.progress(),
        changed: () => this.current === runner && this.events.changed()
      }
      const runner = new Runner(trainer, settings.optimizer, events, saved ?? undefined)
      this.prepared = prepared
      this.last = { prepared, settings }
      this.current = runner
      this.pending = null
    } catch (error) {
      if (isWanted()) this.fail(error)
    }
  }

  private async prepareTask(isWanted: () => boolean): Promise<Prepared> {
    const { settings, last, data } = this
    if (last && preparesAlike(last.settings, settings)) return withNetwork(last.prepared, settings)
    // With it go the inputs of the run before.
    this.last = null
    this.pace.begin('preparing', cellsToPrepare(data.table, settings))
    return inSlices(prepareTask(data.table, settings), isWanted, (cells) => this.pace.add(cells))
  }

  /** Does what is left before the first step, unless a run does it. */
  private async makeReady(isWanted: () => boolean): Promise<void> {
    if (!isWanted()) return
    try {
      const { current: runner } = this
      if (!runner) return
      this.pace.begin('evaluating')
      const slices = new Slices(isWanted)
      let isTold = false
      while (!runner.trainer.makeReady()) {
        this.pace.add(1)
        // What takes longer than a slice is worth a word.
        if ((await slices.next()) && !isTold) {
          isTold = true
          this.events.changed()
        }
      }
    } catch (error) {
      if (isWanted()) this.fail(error)
    } finally {
      if (isWanted()) {
        this.isPreparing = false
        this.pace.end()
        this.events.changed()
      }
    }
  }

  private fail(error: unknown): void {
    this.endRun()
    this.problem = toWire(error)
  }

  private endRun(): void {
    const { current: runner } = this
    // What it still tells is of no interest.
    this.current = null
    runner?.pause()
    runner?.trainer.release()
  }
}

/** The place one step before where a run stands; null at its start. */
function placeBefore({ step, epoch, isAtEpochEnd }: Trainer, unit: StepUnit): Place | null {
  if (step === 0) return null
  return unit === 'batch' ? { step: step - 1 } : { epoch: isAtEpochEnd ? epoch - 1 : epoch }
}

/** The place one step before another of its kind; null where there is none. */
function oneBefore(place: Place, unit: StepUnit): Place | null {
  if ('step' in place) return unit === 'batch' && place.step > 0 ? { step: place.step - 1 } : null
  return unit === 'epoch' && place.epoch > 0 ? { epoch: place.epoch - 1 } : null
}
