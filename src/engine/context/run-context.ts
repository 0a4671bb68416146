import type { Prepared, Settings, Table, Trainer, WireError } from '#core'
import type { LayerSnapshots } from '../run/layer-snapshots'
import type { TriedSettings } from '../run/tried-settings'

/** The open table and the settings; `prepared` is null where they cannot be used with it, and while the rows are prepared. */
export interface DataContext {
  readonly table: Table
  readonly settings: Settings
  readonly prepared: Prepared | null
}

/** A run in the middle of its training, with all it comes from. */
export interface RunContext extends DataContext {
  readonly prepared: Prepared
  readonly trainer: Trainer
  readonly failure: WireError | null
  readonly snapshots: LayerSnapshots
  readonly tried: TriedSettings
}
