import type { Parameters } from '../network/parameters'
import type { OptimizerState } from '../network/update'
import { BatchLossRecorder } from './batch-losses'
import type { LiveSettings } from './live-settings'
import type { Machine, StepRequest } from './machine'
import { StepRequests } from './step-requests'
import type { NextStep, TakenStep } from './next-step'
import type { Progress } from './trainer-state'

/** Takes the steps of a run on a machine, counts them, and falls back to the last safe place. */
export class StepRunner {
  /** The losses of the mini-batches up to here, of this process. */
  readonly batchLosses = new BatchLossRecorder()
  private readonly counts: { -readonly [Key in keyof Progress]: Progress[Key] } = { epoch: 0, step: 0, rowsDone: 0 }
  private readonly requests: StepRequests
  /** The end of the last epoch, or where the run was resumed or its live settings changed. */
  private safePlace: Omit<Progress, 'epoch'> = { step: 0, rowsDone: 0 }
  /** The step of which a part is done. */
  private unfinished: StepRequest | null = null

  constructor(
    private readonly machine: Machine,
    /** Of the training set; at least one. */
    private readonly rows: number,
    /** Read as they are at the moment. */
    private readonly live: Readonly<LiveSettings>
  ) {
    this.requests = new StepRequests(rows, live, this.counts)
    machine.shuffle(0)
    machine.keep()
  }

  get progress(): Progress {
    return this.counts
  }

  /** Whether a part of a step is done and the rest is to come. */
  get isMidStep(): boolean {
    return this.unfinished !== null
  }

  /** Whether the epoch has no more rows. */
  get isEpochDone(): boolean {
    return this.counts.rowsDone >= this.rows
  }

  /** The step after which a change of live settings made now takes effect. */
  get changeStep(): number {
    return this.unfinished?.step ?? this.counts.step
  }

  /** The step that comes next, at the end of an epoch the first of the next one. */
  upcoming(): Omit<NextStep, 'rows'> {
    const { counts } = this
    const place = this.isEpochDone ? { ...counts, epoch: counts.epoch + 1, rowsDone: 0 } : counts
    const request = this.unfinished ?? new StepRequests(this.rows, this.live, place).nextStep()
    return { ...request, epoch: place.epoch }
  }

  /** Takes over a step that was taken outside the machine. A part of one that is done is forgotten. */
  adopt({ loss, parameters, optimizer, isNext }: TakenStep): void {
    const { to, step } = this.upcoming()
    this.unfinished = null
    this.machine.load(parameters, optimizer)
    this.counts.step = step
    if (isNext) {
      this.batchLosses.push(this.placeOf(to), loss)
      this.counts.rowsDone = to
    }
    this.keepPlace()
  }

  /**
   * The next step. Returns the total loss of its mini-batch before it, or null where only a part of it is done.
   * Throws: numeric.diverged. LostThread.
   */
  takeStep(): number | null {
    const request = (this.unfinished ??= this.requests.nextStep())
    const loss = this.machine.takeStep(request)
    if (loss === null) return null
    this.unfinished = null
    this.batchLosses.push(this.placeOf(request.to), loss)
    this.counts.step = request.step
    this.counts.rowsDone = request.to
    return loss
  }

  /**
   * Up to `most` steps of the epoch at once. Returns how many were taken; 0 where the machine takes one at a time.
   * Throws: numeric.diverged. LostThread.
   */
  takeSteps(most: number): number {
    const { machine, counts } = this
    if (!machine.takeSteps) return 0
    const request = this.requests.nextSteps(most)
    const done = machine.takeSteps(request)
    for (let i = 0; i < done; i++) this.batchLosses.push(this.placeOf(request.from + (i + 1) * request.batch), request.losses[i])
    counts.step += done
    counts.rowsDone = Math.min(request.to, request.from + done * request.batch)
    return done
  }

  /** Goes on to the rows of the next epoch. */
  endEpoch(): void {
    this.counts.epoch += 1
    this.counts.rowsDone = 0
    this.machine.shuffle(this.counts.epoch)
    this.keepPlace()
  }

  /** Goes to another place of the run, with the weights and the optimizer's memory that it had there. */
  moveTo({ epoch, step, rowsDone }: Progress, parameters: Parameters, optimizer: OptimizerState): void {
    this.unfinished = null
    Object.assign(this.counts, { epoch, step, rowsDone })
    this.batchLosses.cutAt(this.placeOf(rowsDone))
    this.machine.load(parameters, optimizer)
    this.machine.shuffle(epoch)
    this.keepPlace()
  }

  /**
   * Keeps the place where live settings change, so that steps that are taken again after a lost thread are those with the settings they
   * had. A step that is not done to its end keeps its own.
   */
  settingsChanged(): void {
    if (!this.unfinished) this.keepPlace()
  }

  /** Falls back to the last place that was kept, after divergence or a lost thread. */
  fallBack(): void {
    this.unfinished = null
    Object.assign(this.counts, this.safePlace)
    this.batchLosses.cutAt(this.placeOf(this.counts.rowsDone))
    this.machine.fallBack()
  }

  /** Where so many rows of the epoch end, in epochs. */
  private placeOf(rows: number): number {
    return this.counts.epoch + Math.min(this.rows, rows) / this.rows
  }

  private keepPlace(): void {
    const { step, rowsDone } = this.counts
    this.safePlace = { step, rowsDone }
    this.machine.keep()
  }
}
