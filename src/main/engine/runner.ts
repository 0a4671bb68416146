import { performance } from 'node:perf_hooks'
import { LabError, toWire, trainFor, type Trainer, type WireError } from '#core'
import type { RunStatus } from '#shared/contract'

/** How long training goes on before messages are looked at, in milliseconds: short beside a frame, long beside a message. */
const SLICE = 8
/** Time between two reports of progress, in milliseconds: a display's frame. */
const FRAME = 16

const clock = () => performance.now()

/** Where a run is taken up. */
export interface RunnerStart {
  readonly status: RunStatus
  readonly seconds: number
  readonly failure?: WireError
  /** The arithmetics that trained it up to here, by their names in saved runs, in order. */
  readonly builds?: readonly string[]
}

export interface RunnerEvents {
  /** New epochs, at most once a frame. */
  progress(): void
  /** The status changed. */
  changed(): void
}

/** Runs a trainer in slices between which the process answers messages, so that a pause takes effect within a slice or a step. */
export class Runner {
  private current: RunStatus
  private wrong: WireError | undefined
  private target = 0
  private goal = 0
  private spent: number
  private since = 0
  private reported = 0
  private earlier: readonly string[]
  private taken: number

  constructor(
    readonly trainer: Trainer,
    private readonly events: RunnerEvents,
    start: RunnerStart = { status: 'idle', seconds: 0 }
  ) {
    this.current = start.status
    this.spent = start.seconds * 1000
    this.wrong = start.failure
    this.earlier = trainer.step > 0 ? (start.builds ?? []) : []
    this.taken = trainer.step
  }

  get status(): RunStatus {
    return this.current
  }

  get failure(): WireError | undefined {
    return this.wrong
  }

  /** The arithmetics that trained it so far; before the first step, the one that will. */
  get builds(): readonly string[] {
    const { engineBuild, step } = this.trainer
    return step === this.taken && this.earlier.length > 0 ? this.earlier : [...new Set([...this.earlier, engineBuild])]
  }

  /** Time spent training, in seconds. */
  get seconds(): number {
    return (this.spent + (this.current === 'running' ? performance.now() - this.since : 0)) / 1000
  }

  /** Trains until the given epoch; the run is finished when that is `goal` or beyond. Nothing to do leaves everything as it is. */
  run(untilEpoch: number, goal: number): void {
    if (this.current === 'failed' || this.trainer.epoch >= untilEpoch) return
    this.target = untilEpoch
    this.goal = goal
    if (this.current === 'running') return
    this.enter('running')
    this.since = performance.now()
    setImmediate(this.slice)
  }

  pause(): void {
    if (this.current === 'running') this.stop('paused')
  }

  rewind(): void {
    this.pause()
    this.trainer.rewind()
    this.spent = 0
    this.wrong = undefined
    this.earlier = []
    this.enter('idle')
  }

  /** The number of epochs asked for changed: a finished run may go on, a running one ends there. */
  setGoal(goal: number): void {
    this.goal = goal
    if (this.current === 'running') this.target = goal
    if (this.current === 'finished' && this.trainer.epoch < goal) this.enter('paused')
    if (this.current === 'paused' && this.trainer.epoch >= goal) this.enter('finished')
  }

  private readonly slice = (): void => {
    if (this.current !== 'running') return
    const start = performance.now()
    const before = this.trainer.epoch
    try {
      trainFor(this.trainer, SLICE, this.target, clock)
    } catch (error) {
      this.wrong = toWire(error)
      this.stop('failed')
      if (!(error instanceof LabError)) throw error
      return
    }
    if (this.trainer.epoch >= this.target) {
      this.stop(this.trainer.epoch >= this.goal ? 'finished' : 'paused')
      return
    }
    if (this.trainer.epoch > before || start - this.reported >= FRAME) this.report(start)
    setImmediate(this.slice)
  }

  private report(now: number): void {
    if (now - this.reported < FRAME) return
    this.reported = now
    this.events.progress()
  }

  private stop(status: RunStatus): void {
    this.spent += performance.now() - this.since
    this.current = status
    this.events.progress()
    this.events.changed()
  }

  private enter(status: RunStatus): void {
    this.current = status
    this.events.changed()
  }
}
