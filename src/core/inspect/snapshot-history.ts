import type { LayerStatistics } from './statistics-layers'

/** Statistics of each layer at one epoch of a run. */
export interface Snapshot {
  /** Epochs done. */
  readonly epoch: number
  readonly layers: readonly LayerStatistics[]
}

/** Maximum number of snapshots: about as many as a narrow strip can show. */
const MOST_SNAPSHOTS = 96

/**
 * Snapshots of a run from its beginning, limited in number. Each time there are too many, every second one is dropped and the interval
 * between snapshots doubles, so that they stay evenly spaced over the whole run.
 */
export class SnapshotHistory {
  private kept: readonly Snapshot[] = []
  private stride = 1

  constructor(private readonly most = MOST_SNAPSHOTS) {}

  /** In the order of their epochs. */
  get snapshots(): readonly Snapshot[] {
    return this.kept
  }

  /** The next epoch at whose end a snapshot is due. */
  get next(): number {
    const last = this.kept.at(-1)
    return last ? (Math.floor(last.epoch / this.stride) + 1) * this.stride : 0
  }

  /** Adds a snapshot, replacing all that are not before it. */
  add(snapshot: Snapshot): void {
    this.kept = [...this.kept.filter(({ epoch }) => epoch < snapshot.epoch), snapshot]
    if (this.kept.length <= this.most) return
    this.kept = this.kept.filter((_, index) => index % 2 === 0)
    this.stride *= 2
  }

  /** Removes the snapshots after an epoch. */
  cut(epoch: number): void {
    this.kept = this.kept.filter((snapshot) => snapshot.epoch <= epoch)
  }
}
