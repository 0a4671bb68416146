import type { Prepared, Settings, Table, Trainer, WireError } from '#core'
import type { LayerSnapshots } from './layer-snapshots'

/** What is examined: a run in the middle of its training, with all it comes from. */
export interface Examined {
  readonly table: Table
  readonly settings: Settings
  readonly prepared: Prepared
  readonly trainer: Trainer
  readonly failure: WireError | null
  readonly looks: LayerSnapshots
}
