import type { LayerStatistics } from './statistics-layers'

/** What went on in each layer at a moment of a run. */
export interface Look {
  /** Epochs done. */
  readonly epoch: number
  readonly layers: readonly LayerStatistics[]
}

/** LayerSnapshots kept at most: about as many as a narrow strip shows apart. */
const MOST_LOOKS = 96

/**
 * LayerSnapshots at a run from its beginning on, so many at most. Each time there are too many, every second one goes and the epochs between two
 * looks double: the whole run stays in sight, evenly.
 */
export class SnapshotHistory {
  private kept: readonly Look[] = []
  private stride = 1

  constructor(private readonly most = MOST_LOOKS) {}

  /** In the order of their epochs. */
  get looks(): readonly Look[] {
    return this.kept
  }

  /** The next epoch at whose end a look is of use. */
  get next(): number {
    const last = this.kept.at(-1)
    return last ? (Math.floor(last.epoch / this.stride) + 1) * this.stride : 0
  }

  /** Keeps a look in place of all that are not before it. */
  add(look: Look): void {
    this.kept = [...this.kept.filter(({ epoch }) => epoch < look.epoch), look]
    if (this.kept.length <= this.most) return
    this.kept = this.kept.filter((_, index) => index % 2 === 0)
    this.stride *= 2
  }

  /** Forgets the looks after an epoch. */
  cut(epoch: number): void {
    this.kept = this.kept.filter((look) => look.epoch <= epoch)
  }
}
