import { parameterCount, type NetworkSpec } from '../network/spec'
import { targetCount } from '../nn/targets'
import { EpochEvaluation, type RunSets } from './epoch-evaluation'
import { EpochLog } from './epoch-log'
import { evaluationInterval, isEvaluated } from './evaluation-rule'
import { notEvaluated, type EpochRecord, type History, type HistoryRecorder } from './history'
import type { LiveSettings } from './live-settings'
import type { Machine } from './machine'
import type { StopReason } from './stopping'
import type { EpochWeights } from './trainer-state'

export interface EpochsOptions {
  readonly network: NetworkSpec
  readonly sets: RunSets
  readonly machine: Machine
  /** Read as they are at the moment; `settingsChanged` reports a change. */
  readonly live: Readonly<LiveSettings>
  /** `auto` goes by the rule of `evaluationInterval`. */
  readonly evaluation: 'auto' | 'every'
}

/** The epochs of a run: which of them are evaluated, the record of all, and which one is the last by the rule. */
export class Epochs {
  private readonly interval: number
  private readonly evaluation: EpochEvaluation
  private readonly log: EpochLog
  private readonly machine: Machine
  private readonly live: Readonly<LiveSettings>

  constructor({ network, sets, machine, live, evaluation }: EpochsOptions) {
    const [trainRows, testRows, validationRows] = [sets.train, sets.test, sets.validation].map((set) =>
      set ? targetCount(set.targets) : 0
    )
    const counts = { trainRows, testRows: testRows + validationRows, parameters: parameterCount(network) }
    this.interval = evaluation === 'every' ? 1 : evaluationInterval(counts)
    this.evaluation = new EpochEvaluation(machine, sets, network.layers.length)
    this.log = new EpochLog(live, testRows > 0)
    this.machine = machine
    this.live = live
  }

  /** The figures of every epoch so far; entry 0 is the untrained network. */
  get history(): HistoryRecorder {
    return this.log.history
  }

  /** The weights of the best epoch; null where they are not kept, and where there is none yet. */
  get best(): EpochWeights | null {
    return this.log.best
  }

  /** Whether epoch 0 was evaluated. */
  get hasBegun(): boolean {
    return this.history.length > 0
  }

  /** Evaluates epoch 0, after so many steps; returns false where only a part of it is done. Throws: numeric.diverged. LostThread. */
  begin(step: number): boolean {
    const record = this.evaluate(step)
    if (record) this.log.begin(record)
    return record !== null
  }

  /**
   * Evaluates an epoch, where it is one that is evaluated, and records it. Returns why it is the last, null where it is not; undefined where
   * only a part of the evaluation is done. Throws: numeric.diverged. LostThread.
   */
  end(epoch: number, step: number): StopReason | null | undefined {
    const isNeeded = isEvaluated(epoch, this.interval, this.live.epochs ?? 1)
    const record = isNeeded ? this.evaluate(step) : notEvaluated
    return record ? this.log.end(epoch, record, () => this.machine.parameters()) : undefined
  }

  /** Forgets an evaluation that was not done to its end. */
  forget(): void {
    this.evaluation.forget()
  }

  /** Goes by the live settings as they are now. */
  settingsChanged(): void {
    this.log.settingsChanged()
  }

  /** Restores the record at an earlier moment, or of another process. */
  restore(history: History, best: EpochWeights | null): void {
    this.evaluation.forget()
    this.log.restore(history, best)
  }

  private evaluate(step: number): EpochRecord | null {
    const { objective, learningRate } = this.live
    return this.evaluation.advance({ loss: objective.loss, step, learningRate })
  }
}
