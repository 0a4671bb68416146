import { effectsOf } from '../../settings/change'
import type { Settings } from '../../settings/settings'

/** Earlier settings of the same data and what came of them. */
export interface Trial {
  readonly settings: Settings
  /** The cause that was found, by the name of its rule, where it was serious; null where there was none, or where nothing was trained. */
  readonly cause: string | null
}

/** Settings that say how long a run is or which epoch is its result, and the row order, but nothing about how well it learns. */
const incidental = ['epochs', 'stop', 'keepBest', 'seeds', 'learningRate'] as const satisfies readonly (keyof Settings)[]

/** Whether two settings are the same, in whatever order they are stored. */
export function areSame(one: Settings, other: Settings): boolean {
  return effectsOf(one, other).size === 0
}

/** Returns the trials that differ from the settings in nothing but the learning rate, or in what does not affect learning. */
export function trialsOfRates(settings: Settings, tried: readonly Trial[]): Trial[] {
  const own = Object.fromEntries(incidental.map((name) => [name, settings[name]]))
  return tried.filter((trial) => areSame({ ...trial.settings, ...own }, settings))
}
