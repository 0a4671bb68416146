import type { Trainer } from '#core'
import type { HistoryPart } from '#shared/contract'

/** A run's history as the page gets it, part by part. */
export class HistoryFeed {
  /** Epochs that the page has. */
  private sent = 0

  constructor(private readonly trainer: Trainer) {}

  /** The epochs that were added or replaced since the last call; the whole history where `all` is set. */
  take(all = false): HistoryPart {
    const from = all ? 0 : this.sent
    const history = this.trainer.history.slice(from)
    this.sent = from + history.trainLoss.length
    return { from, history }
  }

  /** The history was cut short. */
  cut(): void {
    this.sent = Math.min(this.sent, this.trainer.history.length)
  }
}
