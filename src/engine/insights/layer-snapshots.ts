import { layerTimes, SnapshotHistory, parameterCount, type NetworkStatistics, type RunTimes } from '#core'
import { statisticsOf, type Looked } from './statistics-of'

/**
 * The part of the training time that looking may take, and what it may take besides, in milliseconds: some at once, the rest as the run
 * comes nearer to its last epoch, so that a short one is seen from beginning to end.
 */
const SHARE = 0.01
const ALLOWANCE = { atOnce: 30, onTheWay: 70 }

/** Products that an unasked look may take in each of its passes: some hundredths of a second. */
const MOST_PRODUCTS = 4e6

/** A network with more parameters is not looked into unasked: to copy it alone takes as long as a step. */
export const MOST_PARAMETERS = 5e5

/**
 * The looks into a run at the ends of its epochs, taken while it trains as far as the time for them reaches: whoever opens the panel
 * later sees the run from its beginning. When a look is taken depends on the clock; the run does not notice.
 */
export class LayerSnapshots {
  private readonly history = new SnapshotHistory()
  private readonly isSmall: boolean
  private taken = 0
  private last = 0

  constructor(
    private readonly looked: Looked,
    private readonly now: () => number
  ) {
    this.isSmall = parameterCount(looked.trainer.network) <= MOST_PARAMETERS
  }

  /** Milliseconds that all looks took: no training. */
  get spent(): number {
    return this.taken
  }

  /** Each layer's course up to now. */
  get times(): RunTimes {
    return layerTimes(this.history.looks)
  }

  /** The epoch at whose end the next look is to be; Infinity while there is no time for one. `trained`: milliseconds of training. */
  due(trained: number): number {
    return this.isAffordable(trained) ? Math.max(this.history.next, this.looked.trainer.epoch + 1) : Infinity
  }

  /** LayerSnapshots, where one is due where the run stands. */
  offer(trained: number): void {
    const { trainer } = this.looked
    if (!trainer.isAtEpochEnd || trainer.epoch < this.history.next || !this.isAffordable(trained)) return
    const start = this.now()
    this.keep(statisticsOf(this.looked, MOST_PRODUCTS))
    this.last = this.now() - start
    this.taken += this.last
  }

  /** Keeps what was looked at for somebody, which costs nothing more. */
  keep({ layers }: NetworkStatistics): void {
    const { epoch } = this.looked.trainer
    if (epoch >= this.history.next) this.history.add({ epoch, layers })
  }

  /** Forgets the looks after the epoch where the run stands, which has gone back. */
  cut(): void {
    this.history.cut(this.looked.trainer.epoch)
  }

  /** As cut, for a run that begins anew: the time that looks took is forgotten as well. */
  restart(): void {
    this.cut()
    this.taken = 0
  }

  private isAffordable(trained: number): boolean {
    const { epoch, live } = this.looked.trainer
    const done = Math.min(1, (epoch + 1) / (live.epochs ?? 1))
    return this.isSmall && this.taken + this.last <= ALLOWANCE.atOnce + ALLOWANCE.onTheWay * done + SHARE * trained
  }
}
