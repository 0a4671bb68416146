import { copyParameters, type Parameters } from '../network/parameters'
import { HistoryRecorder, type EpochRecord, type History } from './history'
import type { LiveSettings } from './live-settings'
import { FigureWatch, type StopReason, type StopRule } from './stopping'
import type { EpochWeights } from './trainer-state'

const noRule: StopRule = {}

/** The record of a run's epochs: their figures, the weights of the best where they are kept, and which one is the last by the rule. */
export class EpochLog {
  private recorder = new HistoryRecorder()
  private watch: FigureWatch
  private kept: EpochWeights | null = null

  constructor(
    /** Read as they are at the moment; `settingsChanged` reports a change. */
    private readonly live: Readonly<LiveSettings>,
    private readonly hasTestRows: boolean
  ) {
    this.watch = this.watchOver(this.recorder)
  }

  /** The figures of every epoch so far; entry 0 is the untrained network. */
  get history(): HistoryRecorder {
    return this.recorder
  }

  /** The weights of the best epoch; null where they are not kept, and where there is none yet. */
  get best(): EpochWeights | null {
    return this.kept
  }

  /** Takes the figures of epoch 0: what there is to show before the first step. */
  begin(untrained: EpochRecord): void {
    this.recorder.push(untrained)
  }

  /** Takes the figures of an epoch, whose weights are copied where they are the best and kept; answers why it is the last, null where it is not. */
  end(epoch: number, record: EpochRecord, weights: () => Parameters): StopReason | null {
    this.recorder.push(record)
    const reason = this.watch.see(epoch, record)
    if (this.live.keepBest && this.watch.bestEpoch === epoch) this.kept = { epoch, parameters: copyParameters(weights()) }
    return reason
  }

  /** Goes by the live settings as they are now. */
  settingsChanged(): void {
    this.watch.setRule(this.live.stop ?? noRule)
    if (!this.live.keepBest) this.kept = null
  }

  /** Restores its state at an earlier moment, or in another process. */
  restore(history: History, best: EpochWeights | null): void {
    this.recorder = HistoryRecorder.from(history)
    this.watch = this.watchOver(this.recorder)
    this.kept = best
  }

  /** A watch that has seen the epochs of a history. */
  private watchOver(history: HistoryRecorder): FigureWatch {
    const watch = new FigureWatch(this.hasTestRows)
    watch.setRule(this.live.stop ?? noRule)
    for (let epoch = 1; epoch < history.length; epoch++) watch.see(epoch, history.at(epoch))
    return watch
  }
}
