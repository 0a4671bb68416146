import type { Prepared } from '../../preparation/prepare'
import type { Settings } from '../../settings/settings'
import type { WireError } from '../../messages/app-error'
import type { LayerStatistics } from '../../inspect/statistics-layers'
import type { History } from '../../train/history'

/** What the rules look at: the settings, the data as the network is fed them, and the run so far. */
export interface Patient {
  readonly settings: Settings
  readonly prepared: Prepared
  /** One figure an epoch from epoch 0 on; NaN in epochs that were not evaluated. */
  readonly history: History
  /** Why the run failed. */
  readonly failure: WireError | null
  /** What goes on inside on the first mini-batch; empty where it is not known. */
  readonly layers: readonly LayerStatistics[]
}

/** An evaluated figure and its epoch. */
export interface Sighting {
  readonly epoch: number
  readonly value: number
}

/** The evaluated epochs of a curve. */
export function sightings(curve: Float64Array): Sighting[] {
  const seen: Sighting[] = []
  curve.forEach((value, epoch) => Number.isFinite(value) && seen.push({ epoch, value }))
  return seen
}

/** The sighting with the smallest value, the first of equals; null without any. */
export function lowest(seen: readonly Sighting[]): Sighting | null {
  return seen.reduce<Sighting | null>((best, one) => (best && best.value <= one.value ? best : one), null)
}

/** A figure as it is toSignificant in a sentence: three significant digits. */
export function toSignificant(value: number): number {
  return Number(value.toPrecision(3))
}
