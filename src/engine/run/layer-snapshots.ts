import { layerTimes, SnapshotHistory, parameterCount, type NetworkStatistics, type OptimizerSpec, type RunTimes, type Trainer } from '#core'
import { statisticsOf } from './network-statistics'

/**
 * The part of the training time that snapshots may take, and what they may take besides, in milliseconds: some at once, the rest as the run
 * comes nearer to its last epoch, so that a short one is recorded from beginning to end.
 */
const SHARE = 0.01
const ALLOWANCE = { atOnce: 30, onTheWay: 70 }

/** Products that a snapshot may take in each of its passes: some hundredths of a second. */
const MOST_PRODUCTS = 4e6

/** No snapshot is taken of a network with more parameters: to copy it alone takes as long as a step. */
const MOST_PARAMETERS = 5e5

/**
 * The statistics of a run's layers at the ends of its epochs, taken while it trains as far as the time for them reaches: whoever opens the
 * panel later sees the run from its beginning. When a snapshot is taken depends on the clock; the run's numbers do not.
 */
export class LayerSnapshots {
  private readonly history = new SnapshotHistory()
  private readonly isSmall: boolean
  private taken = 0
  private last = 0

  constructor(
    private readonly trainer: Trainer,
    private readonly optimizer: OptimizerSpec,
    private readonly now: () => number
  ) {
    this.isSmall = parameterCount(trainer.network) <= MOST_PARAMETERS
  }

  /** The time that all snapshots took, in milliseconds; it is no training. */
  get spent(): number {
    return this.taken
  }

  /** Each layer over the epochs up to now. */
  get times(): RunTimes {
    return layerTimes(this.history.snapshots)
  }

  /** The epoch at whose end the next snapshot is due; Infinity while there is no time for one. `trained`: milliseconds of training. */
  due(trained: number): number {
    return this.isAffordable(trained) ? Math.max(this.history.next, this.trainer.epoch + 1) : Infinity
  }

  /** Takes a snapshot where one is due where the run stands. */
  offer(trained: number): void {
    const { trainer } = this
    if (!trainer.isAtEpochEnd || trainer.epoch < this.history.next || !this.isAffordable(trained)) return
    const start = this.now()
    this.keep(statisticsOf(trainer, this.optimizer, MOST_PRODUCTS))
    this.last = this.now() - start
    this.taken += this.last
  }

  /** Keeps statistics that were computed for a view, which costs nothing more. */
  keep({ layers }: NetworkStatistics): void {
    const { epoch } = this.trainer
    if (epoch >= this.history.next) this.history.add({ epoch, layers })
  }

  /** Forgets the snapshots after the epoch where the run stands, which has gone back. */
  cut(): void {
    this.history.cut(this.trainer.epoch)
  }

  /** As cut, for a run that begins anew: the time that snapshots took is forgotten as well. */
  restart(): void {
    this.cut()
    this.taken = 0
  }

  private isAffordable(trained: number): boolean {
    const { epoch, live } = this.trainer
    const done = Math.min(1, (epoch + 1) / (live.epochs ?? 1))
    return this.isSmall && this.taken + this.last <= ALLOWANCE.atOnce + ALLOWANCE.onTheWay * done + SHARE * trained
  }
}
