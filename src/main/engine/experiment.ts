import {
  adaptSettings,
  createTrainer,
  liveSettings,
  metricOf,
  parameterCount,
  prepare,
  rebuilds,
  toWire,
  usableLosses,
  type Prepared,
  type Settings,
  type Trainer,
  type TrainerState,
  type WireError
} from '#core'
import type { Covered, LabState, RunChange, StepUnit } from '#shared/contract'
import type { Engine } from '../../node/engine/choose'
import { isSameCourse, nextChangeAfter, settingsAt, withChange } from './changes'
import type { OpenedData } from './data-desk'
import { summaryOf } from './data-view'
import { summarizeData, summarizePrepared } from './summaries'
import { Runner, type Place, type RunnerEvents, type RunnerStart, type Way } from './runner'

/** A run to go on with: where its trainer stood, and what was shown of it. */
export interface SavedRun extends RunnerStart {
  readonly state: TrainerState
  /** The live changes up to there. */
  readonly changes?: readonly RunChange[]
}

/** A table, the settings, and the run that follows from them. */
export class Experiment {
  private settings: Settings
  private prepared: Prepared | null = null
  private problem: WireError | null = null
  private current: Runner | null = null
  private made: readonly RunChange[] = []
  /** Where it is going, and the settings there. */
  private going: { readonly to: Place; readonly atEnd: Settings } | null = null
  private readonly dataSummary

  constructor(
    readonly data: OpenedData,
    settings: Settings,
    private readonly events: RunnerEvents,
    private readonly engine: Engine,
    saved?: SavedRun
  ) {
    this.settings = settings
    this.dataSummary = summarizeData(data)
    this.build(saved)
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
    if (rebuilds(before, this.settings) || !this.current || !this.prepared) {
      this.close()
      this.build()
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
  retrace({ settings, run }: Covered): void {
    if (rebuilds(this.settings, settings)) this.change(settings)
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
    this.current?.pause()
    this.current?.trainer.release()
  }

  state(): LabState {
    const { prepared, settings } = this
    const target = this.data.table.columns.find(({ name }) => name === settings.targets[0])
    return {
      data: this.dataSummary,
      settings,
      prepared: prepared ? { ...summarizePrepared(prepared), notes: [...prepared.notes, ...(this.current?.trainer.notes ?? [])] } : null,
      problem: this.problem,
      network: prepared?.network ?? null,
      parameterCount: prepared ? parameterCount(prepared.network) : 0,
      usableLosses: target ? usableLosses(settings.task, summaryOf(target).distinct) : [],
      metric: metricOf(settings.loss),
      run: this.runState(),
      history: this.history(0)
    }
  }

  runState(): LabState['run'] {
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
  history(from: number): LabState['history'] {
    const none = new Float64Array(0)
    return this.current?.trainer.history.slice(from) ?? { trainLoss: none, testLoss: none, trainMetric: none, testMetric: none }
  }

  private build(saved?: SavedRun): void {
    this.prepared = null
    this.problem = null
    this.current = null
    this.made = saved?.changes ?? []
    try {
      this.prepared = prepare(this.data.table, this.settings)
      const trainer = createTrainer(this.prepared, this.settings, this.engine.machine)
      if (saved) trainer.restore(saved.state)
      this.current = new Runner(trainer, this.settings.optimizer, this.events, saved)
    } catch (error) {
      this.problem = toWire(error)
    }
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
