import { randomUUID } from 'node:crypto'
import {
  AppError,
  adaptSettings,
  createTrainer,
  haveSameChanges,
  rebuilds,
  toWire,
  type Prepared,
  type Settings,
  type WireError,
  type SavedRun,
  type RunChange
} from '#core'
import type { Covered, ExperimentState, HistoryPart, StepUnit } from '#shared/contract'
import type { Backend } from '../../node/kernels/choose-backend'
import { TaskSlot } from '../../node/tasks/task-slot'
import type { OpenedData } from '../data/dataset-loader'
import type { ExperimentEvents, ExperimentOptions } from './experiment-options'
import { experimentState, runState, type ExperimentParts } from './experiment-state'
import { LiveChanges } from './live-changes'
import { makeReady } from './make-ready'
import { ProgressReporter } from './progress-reporter'
import { RowPreparation } from './row-preparation'
import { Runner } from './runner'
import type { RunnerEvents } from './runner-events'
import { summarizeData } from './summaries'
import { TriedSettings } from './tried-settings'

/**
 * A table, the settings, and the run that follows from them. Rows are prepared and the untrained network is evaluated in slices between
 * which messages are answered; new settings end that.
 */
export class Experiment {
  readonly data: OpenedData
  readonly tried: TriedSettings
  /** Resolves when the rows are prepared and there is a run, or when there is none to come; never rejects. */
  whenPrepared: Promise<void> = Promise.resolve()
  /** Resolves when nothing is left to be done before the first step either; never rejects. */
  whenReady: Promise<void> = Promise.resolve()
  private readonly events: ExperimentEvents
  private readonly backend: Backend
  private readonly dataSummary
  private readonly progress: ProgressReporter
  private readonly rows: RowPreparation
  /** The work between new settings and a run that can begin. */
  private readonly building = new TaskSlot()
  private isPreparing = false
  private id: string
  private settings: Settings
  private prepared: Prepared | null = null
  private problem: WireError | null = null
  private current: Runner | null = null
  /** The run to go on with when the rows are prepared. */
  private pending: SavedRun | null = null
  private readonly live = new LiveChanges(() => this.settings)

  constructor({ data, settings, events, backend, saved, runId = randomUUID(), tried = new TriedSettings() }: ExperimentOptions) {
    this.data = data
    this.settings = settings
    this.events = events
    this.backend = backend
    this.id = runId
    this.tried = tried
    this.dataSummary = summarizeData(data)
    this.progress = new ProgressReporter((progress) => events.preparing(progress))
    this.rows = new RowPreparation(data.table, this.progress)
    this.build(saved ?? null)
  }

  /** The id of the run, be it still to come; another one whenever the network is built anew. */
  get runId(): string {
    return this.id
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

  /** The live changes by which the run came to where it stands, in their order. */
  get changes(): readonly RunChange[] {
    return this.current ? this.live.upTo(this.current) : []
  }

  /** New settings: live ones take effect at the next step, others rebuild the network and clear the run. */
  change(wanted: Settings): void {
    const before = this.settings
    this.settings = adaptSettings(this.data.table, before, wanted)
    this.tried.left(before, (this.current?.trainer.step ?? 0) > 0)
    const isOther = rebuilds(before, this.settings)
    if (isOther || !this.current || !this.prepared) {
      this.close()
      if (isOther) this.id = randomUUID()
      this.build(isOther ? null : this.pending)
      return
    }
    // A replay has the settings of its plan; these are taken over on arrival.
    if (!this.current.isReplaying) this.live.apply(this.current, this.prepared, before)
    this.current.setGoal(this.settings.epochs)
  }

  /** Goes back to epoch 0 and the very same weights. */
  rewind(): void {
    this.current?.rewind()
    this.live.set([])
  }

  /** Goes back to the position before the last step, or to the end of the epoch before. Nothing where there is none. */
  stepBack(unit: StepUnit): void {
    const { current: runner, prepared } = this
    if (!runner || !prepared) return
    const plan = this.live.stepBack(unit, runner, prepared)
    if (plan) runner.goBack(plan)
  }

  /**
   * Brings the run to a position where it was in a process that has ended, by the same steps with the same settings: on from where it was
   * saved, or from the start where it has been elsewhere since.
   */
  async retrace({ settings, run }: Covered): Promise<void> {
    if (rebuilds(this.settings, settings)) this.change(settings)
    await this.whenPrepared
    const { current: runner, prepared } = this
    if (!runner || !prepared) return
    const { step } = runner.trainer
    const [here, there] = [
      { settings: this.settings, changes: this.changes },
      { settings, changes: run.changes }
    ]
    const isOnTheWay = step <= run.step && haveSameChanges(here, there, step)
    this.settings = settings
    this.live.set(run.changes)
    const endState = { seconds: run.seconds, stopped: run.stopped ?? null }
    const plan = this.live.replayTo({ step: run.step }, settings, runner, prepared)
    runner.retrace({ ...plan, endState }, isOnTheWay, settings.epochs)
  }

  /** Ends the run and releases what it computes on. */
  close(): void {
    this.building.cancel()
    this.isPreparing = false
    this.progress.end()
    this.endRun()
  }

  /** Cancels what is done before a run can begin; the next change of settings begins with it anew. Nothing where nothing is. */
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
    return experimentState(this.parts)
  }

  runState(): ExperimentState['run'] {
    return runState(this.parts)
  }

  /** The part of the history that the page does not have yet; the whole one where `all` is set. */
  takeHistory(all = false): HistoryPart {
    const none = new Float64Array(0)
    const empty = { from: 0, history: { trainLoss: none, testLoss: none, trainMetric: none, testMetric: none } }
    return this.current?.takeHistory(all) ?? empty
  }

  private get parts(): ExperimentParts {
    const { id: runId, data, dataSummary, settings, prepared, problem, current: runner, live } = this
    return { runId, data, dataSummary, settings, prepared, problem, runner, changes: live.all }
  }

  private build(saved: SavedRun | null): void {
    const signal = this.building.begin()
    this.prepared = null
    this.problem = null
    this.current = null
    this.pending = saved
    this.live.set(saved?.changes ?? [])
    this.isPreparing = true
    this.whenPrepared = this.makeRun(saved, signal)
    this.whenReady = this.whenPrepared.then(() => this.evaluateUntrained(signal))
  }

  private async makeRun(saved: SavedRun | null, signal: AbortSignal): Promise<void> {
    const { settings } = this
    try {
      const prepared = await this.rows.prepare(settings, signal)
      if (signal.aborted) return
      const trainer = createTrainer(prepared, settings, this.backend.machine, { readyLater: true })
      if (saved) trainer.restore(saved.state)
      const events: RunnerEvents = {
        progress: () => this.current === runner && this.events.progress(),
        changed: () => this.current === runner && this.events.changed()
      }
      const runner = new Runner(trainer, settings.optimizer, events, saved ?? undefined)
      this.prepared = prepared
      this.rows.keep(prepared, settings)
      this.current = runner
      this.pending = null
    } catch (error) {
      if (!signal.aborted) this.fail(error)
    }
  }

  /** Does what is left before the first step, unless a run does it. */
  private async evaluateUntrained(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    try {
      const { current, progress, events } = this
      if (current) await makeReady(current.trainer, { signal, progress, onSlow: () => events.changed() })
    } catch (error) {
      if (!signal.aborted) this.fail(error)
    } finally {
      if (!signal.aborted) {
        this.isPreparing = false
        this.progress.end()
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
    // Its events are of no interest any more.
    this.current = null
    runner?.pause()
    runner?.trainer.release()
  }
}
