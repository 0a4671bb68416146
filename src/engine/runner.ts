import { performance } from 'node:perf_hooks'
import { AppError, toWire, trainFor, type Checkpoint, type OptimizerSpec, type StopReason, type Trainer, type WireError } from '#core'
import type { RunStatus } from '#shared/contract'
import { Checkpoints } from './checkpoints'
import { LayerSnapshots } from './insights/layer-snapshots'

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
  /** Why it ended before its last epoch, where it did. */
  readonly stopped?: StopReason
}

/** A place of a run: the end of an epoch, or of a step. */
export type Place = { readonly epoch: number } | { readonly step: number }

/** How a run comes to a place where it has been before: what it was trained with on the way there. */
export interface Way {
  readonly to: Place
  /** Sets the trainer's settings to those of the step after the one it stands at; answers the step up to which they hold. */
  settle(): number
  /** It is there, or stopped on its way; the settings are those of this place. */
  arrived(): void
  /** How the run stood there in a process that has ended; not of a step back. */
  readonly stood?: { readonly seconds: number; readonly stopped: StopReason | null }
}

interface Course {
  readonly untilEpoch: number
  readonly lastStep?: number
  readonly goal: number
}

export interface RunnerEvents {
  /** New epochs, at most once a frame. */
  progress(): void
  /** The status changed. */
  changed(): void
}

/** Runs a trainer in slices between which the process answers messages, so that a pause takes effect within a slice or a step. */
export class Runner {
  /** What it was like inside, epoch by epoch. */
  readonly looks: LayerSnapshots
  private current: RunStatus
  private wrong: WireError | undefined
  private target = 0
  /** The step to stop after. */
  private lastStep = Infinity
  private goal = 0
  private reason: StopReason | null
  private way: Way | null = null
  /** The time to stop after was up when the run was started: it goes on without one. */
  private untimed = false
  private readonly checkpoints: Checkpoints
  private spent: number
  private since = 0
  private reported = 0
  private earlier: readonly string[]
  private taken: number

  constructor(
    readonly trainer: Trainer,
    optimizer: OptimizerSpec,
    private readonly events: RunnerEvents,
    start: RunnerStart = { status: 'idle', seconds: 0 }
  ) {
    this.current = start.status
    this.spent = start.seconds * 1000
    this.wrong = start.failure
    this.earlier = trainer.step > 0 ? (start.builds ?? []) : []
    this.taken = trainer.step
    this.reason = start.stopped ?? null
    this.checkpoints = new Checkpoints(trainer)
    this.looks = new LayerSnapshots({ trainer, optimizer }, clock)
  }

  get status(): RunStatus {
    return this.current
  }

  get failure(): WireError | undefined {
    return this.wrong
  }

  /** Why it ended before its last epoch; null where it did not. */
  get stopped(): StopReason | null {
    return this.reason
  }

  /** Whether it is on its way to a place where it has been before. */
  get isOnItsWay(): boolean {
    return this.way !== null
  }

  /** The arithmetics that trained it so far; before the first step, the one that will. */
  get builds(): readonly string[] {
    const { engineBuild, step } = this.trainer
    return step === this.taken && this.earlier.length > 0 ? this.earlier : [...new Set([...this.earlier, engineBuild])]
  }

  /** Time spent training, in seconds. */
  get seconds(): number {
    const running = this.current === 'running' && !this.way ? performance.now() - this.since : 0
    return (this.spent + running - this.looks.spent) / 1000
  }

  /** Trains until the given epoch; the run is finished when that is `goal` or beyond. Nothing to do leaves everything as it is. */
  run(untilEpoch: number, goal: number): void {
    this.start({ untilEpoch, goal })
  }

  /** One step, and the evaluation where it ends an epoch; none after the goal. */
  takeStep(goal: number): void {
    this.start({ untilEpoch: goal, lastStep: this.trainer.step + 1, goal })
  }

  /** Back to an earlier place: from the last checkpoint before it, or from the start, by taking the steps since then again. */
  goBack(way: Way): void {
    // Already on its way, it goes back further by the same way; it has arrived nowhere.
    if (!this.way) this.pause()
    const { to } = way
    const { trainer } = this
    const from = this.checkpoints.before((place) =>
      'step' in to ? place.step <= to.step : place.epoch < to.epoch || (place.epoch === to.epoch && place.rowsDone === 0)
    )
    if (from) trainer.goBack(from)
    else trainer.rewind()
    this.cutAt(from)
    this.follow(way)
  }

  /** On to a place where the run was in a process that has ended; from the start where it does not stand on the way there. */
  retrace(way: Way, isOnTheWay: boolean, goal: number): void {
    this.pause()
    if (!isOnTheWay) {
      this.trainer.rewind()
      this.cutAt(null)
    }
    this.goal = goal
    this.follow(way)
  }

  private follow(way: Way): void {
    const isGoing = this.way !== null
    const { to } = way
    this.way = way
    this.wrong = undefined
    this.reason = null
    this.target = 'epoch' in to ? to.epoch : Infinity
    this.lastStep = 'step' in to ? to.step : Infinity
    if (isGoing) return
    this.enter('running')
    setImmediate(this.slice)
  }

  private cutAt(from: Checkpoint | null): void {
    this.checkpoints.cut(from?.step ?? 0)
    if (!from) this.earlier = []
  }

  private start({ untilEpoch, lastStep = Infinity, goal }: Course): void {
    if (this.current === 'failed' || this.way || this.trainer.epoch >= untilEpoch) return
    this.target = untilEpoch
    this.lastStep = lastStep
    this.goal = goal
    this.reason = null
    if (this.current === 'running') return
    // By the time spent before: what it takes to start does not count.
    this.untimed = this.isTimeUp()
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
    this.checkpoints.cut(0)
    this.looks.restart()
    this.reason = null
    this.spent = 0
    this.wrong = undefined
    this.earlier = []
    this.enter('idle')
  }

  /** The number of epochs asked for changed: a finished run may go on, a running one ends there. */
  setGoal(goal: number): void {
    this.goal = goal
    if (this.way) return
    if (this.current === 'running') this.target = goal
    if (this.current === 'finished' && !this.reason && this.trainer.epoch < goal) this.enter('paused')
    if (this.current === 'paused' && this.trainer.epoch >= goal) this.enter('finished')
  }

  private readonly slice = (): void => {
    if (this.current !== 'running') return
    const start = performance.now()
    const before = this.trainer.epoch
    try {
      if (this.train()) return this.arrive()
    } catch (error) {
      this.wrong = toWire(error)
      this.stop('failed')
      if (!(error instanceof AppError)) throw error
      return
    }
    if (this.trainer.epoch > before || start - this.reported >= FRAME) this.report(start)
    setImmediate(this.slice)
  }

  /** Trains for a slice; answers whether that ends it. */
  private train(): boolean {
    const { trainer, way } = this
    if (!trainer.makeReady()) return false
    const until = Math.min(this.lastStep, way?.settle() ?? Infinity)
    if (!way) this.looks.offer(1000 * this.seconds)
    trainFor(trainer, SLICE, way ? this.target : Math.min(this.target, this.looks.due(1000 * this.seconds)), clock, until)
    this.checkpoints.offer(performance.now())
    if (way) return this.isThere()
    this.looks.offer(1000 * this.seconds)
    const isTimeUp = !this.untimed && this.isTimeUp()
    // The epoch in progress is the last, so that figures and weights belong together.
    if (isTimeUp) this.target = Math.min(this.target, trainer.isAtEpochEnd ? trainer.epoch : trainer.epoch + 1)
    const isThere = this.isThere()
    this.reason = trainer.stopReason ?? (isTimeUp && isThere ? 'time' : null)
    return this.reason !== null || isThere
  }

  private isThere(): boolean {
    const { trainer } = this
    return trainer.epoch >= this.target || (trainer.step >= this.lastStep && !trainer.isMidway)
  }

  private isTimeUp(): boolean {
    return this.seconds >= (this.trainer.live.stop?.seconds ?? Infinity)
  }

  private arrive(): void {
    const { stood } = this.way ?? {}
    if (stood) {
      this.spent = 1000 * stood.seconds
      this.reason = stood.stopped
    }
    const isEnd = this.reason !== null || ((!this.way || stood !== undefined) && this.trainer.epoch >= this.goal)
    this.stop(isEnd ? 'finished' : this.trainer.step === 0 ? 'idle' : 'paused')
  }

  private report(now: number): void {
    if (now - this.reported < FRAME) return
    this.reported = now
    this.events.progress()
  }

  private stop(status: RunStatus): void {
    if (!this.way) this.spent += performance.now() - this.since
    this.current = status
    this.leaveWay()
    this.events.progress()
    this.events.changed()
  }

  private leaveWay(): void {
    const { way } = this
    this.way = null
    way?.arrived()
    if (way) this.looks.cut()
  }

  private enter(status: RunStatus): void {
    this.current = status
    this.events.changed()
  }
}
