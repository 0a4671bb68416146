import { isSame } from '../../settings/is-same'
import type { Settings } from '../../settings/settings'

/** Earlier settings of the same data and what came of them. */
export interface Trial {
  readonly settings: Settings
  /** The cause that was found, by the name of its rule, where it was serious; null where there was none, or where nothing was trained. */
  readonly cause: string | null
}

/** Settings that say how long a run is or which epoch is its result, and the row order, but nothing about how well it learns. */
const incidental = { epochs: 0, stop: 0, keepBest: 0, seeds: 0, learningRate: 0 }

/** Returns the trials that differ from the settings in nothing but the learning rate, or in what does not affect learning. */
export function trialsOfRates(settings: Settings, tried: readonly Trial[]): Trial[] {
  return tried.filter((trial) => isSame({ ...trial.settings, ...incidental }, { ...settings, ...incidental }))
}
