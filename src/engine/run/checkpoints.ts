import { parameterCount, type Checkpoint, type Trainer } from '#core'

/** Bytes that the checkpoints of a run take at most. */
const MOST_BYTES = 128 * 2 ** 20
/** Checkpoints at most; then every second one goes. */
const MOST = 32
/** Training time between the first ones, in milliseconds: what a person who steps back waits for at most. */
const SHORTEST = 100
/** Weights, and the optimizer's memory: two numbers a weight at most, of eight bytes at most. */
const BYTES_A_PARAMETER = 24

/** One that is pinned stays: a step led to it that was taken on chosen rows, which the run's own steps do not repeat. */
type KeptCheckpoint = Checkpoint & { readonly isPinned?: true }

/**
 * Places of a run to go back to, some while of training apart; the longer the run, the farther apart, so that there are never more than
 * some dozens. Where one lies depends on the clock, what is reached from it does not.
 */
export class Checkpoints {
  private kept: KeptCheckpoint[] = []
  private spacing = SHORTEST
  private last = -Infinity
  private readonly most: number

  constructor(private readonly trainer: Trainer) {
    this.most = Math.min(MOST, Math.floor(MOST_BYTES / (BYTES_A_PARAMETER * parameterCount(trainer.network))))
  }

  /** Keeps the place where the run stands, where it is far enough from the last one. `now`: milliseconds. */
  offer(now: number): void {
    const { trainer, kept } = this
    if (this.most < 2 || now - this.last < this.spacing || trainer.step <= (kept.at(-1)?.step ?? 0)) return
    this.last = now
    kept.push(trainer.checkpoint())
    if (kept.length <= this.most) return
    this.kept = kept.filter(({ isPinned }, k) => isPinned || k % 2 === 1)
    this.spacing *= 2
  }

  /** Keeps the place where the run stands for good; of very many the last. */
  pin(): void {
    const pinned = this.kept.filter(({ isPinned }) => isPinned)
    const first = pinned.length < Math.max(1, this.most / 2) ? undefined : pinned[0]
    this.kept = [...this.kept.filter((place) => place !== first), { ...this.trainer.checkpoint(), isPinned: true }]
  }

  /** The last place that is not after the one asked for. */
  before(isNotAfter: (place: Checkpoint) => boolean): Checkpoint | null {
    return this.kept.findLast(isNotAfter) ?? null
  }

  /** Forgets the places after so many steps. */
  cut(step: number): void {
    this.kept = this.kept.filter((place) => place.step <= step)
  }
}
