import { performance } from 'node:perf_hooks'
import {
  AppError,
  toWire,
  trainFor,
  type Checkpoint,
  type Note,
  type OptimizerSpec,
  type StopReason,
  type TakenStep,
  type Trainer,
  type RunStatus,
  type WireError
} from '#core'
import type { HistoryPart } from '#shared/contract'
import { Checkpoints } from './checkpoints'
import { HistoryFeed } from './history-feed'
import { LayerSnapshots } from './layer-snapshots'
import type { ReplayPlan } from './replay-plan'
import { RunBuilds } from './run-builds'
import { RunClock } from './run-clock'
import type { RunnerEvents } from './runner-events'
import type { RunnerStart } from './runner-start'

/** The longest that messages wait for training, in milliseconds: short beside a frame, long beside a message. */
const SLICE = 8
/** Time between two reports of progress, in milliseconds: a display's frame. */
const FRAME = 16

const clock = () => performance.now()

/** The extent of training: to the end of an epoch, or of a step before that; `goal` is the last epoch of the run. */
interface TrainingSpan {
  readonly untilEpoch: number
  readonly lastStep?: number
  readonly goal: number
}

/** Runs a trainer in slices between which the process answers messages, so that a pause takes effect within a slice or a step. */
export class Runner {
  /** The statistics of its layers, epoch by epoch. */
  readonly snapshots: LayerSnapshots
  private current: RunStatus
  private wrong: WireError | undefined
  private target = 0
  /** The step to stop after. */
  private lastStep = Infinity
  private goal = 0
  private reason: StopReason | null
  private plan: ReplayPlan | null = null
  /** The time to stop after was up when the run was started: it goes on without one. */
  private untimed = false
  private readonly checkpoints: Checkpoints
  private readonly clock: RunClock
  private reported = 0
  private readonly feed: HistoryFeed
  private readonly trainedBy: RunBuilds
  private readonly startNotes: readonly Note[]

  constructor(
    readonly trainer: Trainer,
    optimizer: OptimizerSpec,
    private readonly events: RunnerEvents,
    start: RunnerStart = { status: 'idle', seconds: 0 }
  ) {
    this.current = start.status
    this.clock = new RunClock(start.seconds * 1000, clock)
    this.wrong = start.failure
    this.feed = new HistoryFeed(trainer)
    this.trainedBy = new RunBuilds(trainer, start.builds)
    this.startNotes = start.notes ?? []
    this.reason = start.stopped ?? null
    this.checkpoints = new Checkpoints(trainer)
    this.snapshots = new LayerSnapshots(trainer, optimizer, clock)
  }

  get status(): RunStatus {
    return this.current
  }

  get failure(): WireError | undefined {
    return this.wrong
  }

  /** Notices about the way it came here and about what happened since. */
  get notes(): readonly Note[] {
    return [...this.startNotes, ...this.trainer.notes]
  }

  /** The reason it ended before its last epoch; null where it did not. */
  get stopped(): StopReason | null {
    return this.reason
  }

  /** Whether it is on its way to a position where it has been before. */
  get isReplaying(): boolean {
    return this.plan !== null
  }

  /** The builds of the arithmetic that trained it so far; before the first step, the one that will. */
  get builds(): readonly string[] {
    return this.trainedBy.all
  }

  /** Time spent training, in seconds. */
  get seconds(): number {
    return (this.clock.milliseconds - this.snapshots.spent) / 1000
  }

  /** The epochs of the history that were added or replaced since the last call; the whole one where `all` is set. */
  takeHistory(all = false): HistoryPart {
    return this.feed.take(all)
  }

  /** Trains until the given epoch; the run is finished when that is `goal` or beyond. Nothing to do leaves everything as it is. */
  run(untilEpoch: number, goal: number): void {
    this.start({ untilEpoch, goal })
  }

  /** One step, and the evaluation where it ends an epoch; none after the goal. */
  takeStep(goal: number): void {
    this.start({ untilEpoch: goal, lastStep: this.trainer.step + 1, goal })
  }

  /** Takes over a step that was taken in the microscope, and evaluates where it ends an epoch. */
  adoptStep(taken: TakenStep, goal: number): void {
    this.trainedBy.addTakenStep()
    this.trainer.adoptStep(taken)
    this.checkpoints.pin()
    this.start({ untilEpoch: goal, lastStep: this.trainer.step, goal })
  }

  /** Goes back to an earlier position: from the last checkpoint before it, or from the start, by taking the steps since then again. */
  goBack(plan: ReplayPlan): void {
    // One that is being replayed goes back further by the new plan; it has arrived nowhere.
    if (!this.plan) this.pause()
    const { target } = plan
    const { trainer } = this
    const from = this.checkpoints.before((place) =>
      'step' in target ? place.step <= target.step : place.epoch < target.epoch || (place.epoch === target.epoch && place.rowsDone === 0)
    )
    if (from) trainer.goBack(from)
    else trainer.rewind()
    this.cutTo(from)
    this.replay(plan)
  }

  /** Goes on to a position where the run was in a process that has ended; from the start where it does not stand on the way there. */
  retrace(plan: ReplayPlan, isOnTheWay: boolean, goal: number): void {
    this.pause()
    if (!isOnTheWay) {
      this.trainer.rewind()
      this.cutTo(null)
    }
    this.goal = goal
    this.replay(plan)
  }

  private replay(plan: ReplayPlan): void {
    const wasReplaying = this.plan !== null
    const { target } = plan
    this.plan = plan
    this.wrong = undefined
    this.reason = null
    this.target = 'epoch' in target ? target.epoch : Infinity
    this.lastStep = 'step' in target ? target.step : Infinity
    if (wasReplaying) return
    this.enter('running')
    setImmediate(this.slice)
  }

  private cutTo(checkpoint: Checkpoint | null): void {
    this.checkpoints.cut(checkpoint?.step ?? 0)
    this.feed.cut()
    if (!checkpoint) this.trainedBy.forget()
  }

  private start({ untilEpoch, lastStep = Infinity, goal }: TrainingSpan): void {
    if (this.current === 'failed' || this.plan || this.trainer.epoch >= untilEpoch) return
    this.target = untilEpoch
    this.lastStep = lastStep
    this.goal = goal
    this.reason = null
    if (this.current === 'running') return
    // By the time spent before: what it takes to start does not count.
    this.untimed = this.isTimeUp()
    this.enter('running')
    this.clock.start()
    setImmediate(this.slice)
  }

  pause(): void {
    if (this.current === 'running') this.stop('paused')
  }

  rewind(): void {
    this.pause()
    this.trainer.rewind()
    this.cutTo(null)
    this.snapshots.restart()
    this.reason = null
    this.clock.set(0)
    this.wrong = undefined
    this.enter('idle')
  }

  /** The number of epochs asked for changed: a finished run may go on, a running one ends there. */
  setGoal(goal: number): void {
    this.goal = goal
    if (this.plan) return
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
    const { trainer, plan, snapshots } = this
    if (!trainer.makeReady()) return false
    const until = Math.min(this.lastStep, plan?.applySettings() ?? Infinity)
    if (!plan) snapshots.offer(1000 * this.seconds)
    trainFor(trainer, SLICE, plan ? this.target : Math.min(this.target, snapshots.due(1000 * this.seconds)), clock, until)
    this.checkpoints.offer(performance.now())
    if (plan) return this.hasArrived()
    snapshots.offer(1000 * this.seconds)
    const isTimeUp = !this.untimed && this.isTimeUp()
    // The epoch in progress is the last, so that figures and weights belong together.
    if (isTimeUp) this.target = Math.min(this.target, trainer.isAtEpochEnd ? trainer.epoch : trainer.epoch + 1)
    const hasArrived = this.hasArrived()
    this.reason = trainer.stopReason ?? (isTimeUp && hasArrived ? 'time' : null)
    return this.reason !== null || hasArrived
  }

  private hasArrived(): boolean {
    const { trainer } = this
    return trainer.epoch >= this.target || (trainer.step >= this.lastStep && !trainer.isMidway)
  }

  private isTimeUp(): boolean {
    return this.seconds >= (this.trainer.live.stop?.seconds ?? Infinity)
  }

  private arrive(): void {
    const { endState } = this.plan ?? {}
    if (endState) {
      this.clock.set(1000 * endState.seconds)
      this.reason = endState.stopped
    }
    const isEnd = this.reason !== null || ((!this.plan || endState !== undefined) && this.trainer.epoch >= this.goal)
    this.stop(isEnd ? 'finished' : this.trainer.step === 0 ? 'idle' : 'paused')
  }

  private report(now: number): void {
    if (now - this.reported < FRAME) return
    this.reported = now
    this.events.progress()
  }

  private stop(status: RunStatus): void {
    this.clock.stop()
    this.current = status
    this.endReplay()
    this.events.progress()
    this.events.changed()
  }

  private endReplay(): void {
    const { plan } = this
    this.plan = null
    plan?.onArrival()
    if (plan) this.snapshots.cut()
  }

  private enter(status: RunStatus): void {
    this.current = status
    this.events.changed()
  }
}
