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
  type TrainerState,
  type WireError
} from '#core'
import type { LabState } from '#shared/contract'
import type { Engine } from '../../node/engine/choose'
import type { OpenedData } from './data-desk'
import { summaryOf } from './data-view'
import { summarizeData, summarizePrepared } from './summaries'
import { Runner, type RunnerEvents, type RunnerStart } from './runner'

/** A run to go on with: where its trainer stood, and what was shown of it. */
export interface SavedRun extends RunnerStart {
  readonly state: TrainerState
}

/** A table, the settings, and the run that follows from them. */
export class Experiment {
  private settings: Settings
  private prepared: Prepared | null = null
  private problem: WireError | null = null
  private current: Runner | null = null
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

  /** New settings: live ones take effect at the next step, others rebuild the network and clear the run. */
  change(wanted: Settings): void {
    const before = this.settings
    this.settings = adaptSettings(this.data.table, before, wanted)
    if (rebuilds(before, this.settings) || !this.current || !this.prepared) {
      this.close()
      this.build()
      return
    }
    this.current.trainer.change(liveSettings(this.prepared, this.settings))
    this.current.setGoal(this.settings.epochs)
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
    if (!runner) return { status: 'idle', epoch: 0, step: 0, seconds: 0 }
    const { trainer, status, seconds, failure } = runner
    return { status, epoch: trainer.epoch, step: trainer.step, seconds, ...(failure ? { failure } : {}) }
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
    try {
      this.prepared = prepare(this.data.table, this.settings)
      const trainer = createTrainer(this.prepared, this.settings, this.engine.machine)
      if (saved) trainer.restore(saved.state)
      this.current = new Runner(trainer, this.events, saved)
    } catch (error) {
      this.problem = toWire(error)
    }
  }
}
