import type { Note } from '../messages/catalogue'
import type { Epochs } from './epochs'
import { LostThread, type Machine } from './machine'
import type { StepRunner } from './step-runner'
import type { StopReason } from './stopping'

/**
 * The order in which things are done: the data are brought to the machine, epoch 0 is evaluated, then step after step is taken, and an epoch
 * is evaluated after its last one. Whatever takes long is done in parts.
 */
export class TrainingLoop {
  private readonly events: Note[] = []
  private reason: StopReason | null = null

  constructor(
    private readonly machine: Machine,
    private readonly steps: StepRunner,
    private readonly epochs: Epochs
  ) {}

  /** Why the epoch that has just come to its end is the last one by the rule; null again as soon as training goes on. */
  get stopReason(): StopReason | null {
    return this.reason
  }

  /** The events on the way that did not stop it. */
  get notes(): readonly Note[] {
    return this.events
  }

  /** Whether a part of a step or of an evaluation is done and the rest is to come. */
  get isMidway(): boolean {
    return this.steps.isMidStep || this.steps.isEpochDone
  }

  /** Does a part of what comes before the first step; returns whether nothing is left of it. Throws: numeric.diverged. */
  makeReady(): boolean {
    if (this.machine.bringData?.() === false) return false
    if (this.epochs.hasBegun) return true
    try {
      return this.epochs.begin(this.steps.progress.step)
    } catch (error) {
      this.recover(error)
      return false
    }
  }

  /** Takes a step; returns its loss, or null where none came to its end. Throws: numeric.diverged. */
  takeStep(): number | null {
    this.reason = null
    try {
      return this.advance()
    } catch (error) {
      this.recover(error)
      return null
    }
  }

  /** Does the work of so many calls of takeStep, up to the end of an epoch, or of one that is the last by the rule. Throws: numeric.diverged. */
  takeSteps(count: number, untilEpoch: number): void {
    let left = count
    this.reason = null
    while (left > 0 && this.steps.progress.epoch < untilEpoch && this.reason === null) left -= this.takeSome(left)
  }

  /** Forgets why it stopped: it goes on from another place, or by a step that was taken elsewhere. */
  goOn(): void {
    this.reason = null
  }

  /** Does the work of up to `most` calls of takeStep; returns how many that were. */
  private takeSome(most: number): number {
    try {
      return this.advanceBy(most)
    } catch (error) {
      this.recover(error)
      return 1
    }
  }

  private recover(error: unknown): void {
    this.epochs.forget()
    this.steps.fallBack()
    if (!(error instanceof LostThread)) throw error
    this.events.push({ code: 'note.thread-lost', details: {} })
  }

  private advanceBy(most: number): number {
    const done = this.isMidway || !this.epochs.hasBegun ? 0 : this.steps.takeSteps(most)
    if (done > 0 && this.steps.isEpochDone) this.finishEpoch()
    if (done === 0) this.advance()
    return Math.max(1, done)
  }

  private advance(): number | null {
    if (!this.epochs.hasBegun) {
      this.makeReady()
      return null
    }
    if (this.steps.isEpochDone) {
      this.finishEpoch()
      return null
    }
    const loss = this.steps.takeStep()
    if (loss !== null && this.steps.isEpochDone) this.finishEpoch()
    return loss
  }

  /** Evaluates and goes on to the next epoch; leaves everything as it is where only a part of the evaluation is done. */
  private finishEpoch(): void {
    const { epoch, step } = this.steps.progress
    const reason = this.epochs.end(epoch + 1, step)
    if (reason === undefined) return
    this.reason = reason
    this.steps.endEpoch()
  }
}
