import type { Prepared } from '../../preparation/prepare'
import type { Settings } from '../../settings/settings'
import type { WireError } from '../../messages/app-error'
import type { LayerStatistics } from '../../inspect/statistics-layers'
import type { History } from '../../train/history'

/** The input of the rules: the settings, the prepared data and the run so far. */
export interface RunEvidence {
  readonly settings: Settings
  readonly prepared: Prepared
  /** One value an epoch from epoch 0 on; NaN in epochs that were not evaluated. */
  readonly history: History
  /** Why the run failed. */
  readonly failure: WireError | null
  /** Statistics of each layer on the first mini-batch; empty where they are not known. */
  readonly layers: readonly LayerStatistics[]
}

/** A value of a curve at an epoch at which it was evaluated. */
export interface CurvePoint {
  readonly epoch: number
  readonly value: number
}

/** Returns the evaluated points of a curve. */
export function evaluatedPoints(curve: Float64Array): CurvePoint[] {
  const points: CurvePoint[] = []
  curve.forEach((value, epoch) => Number.isFinite(value) && points.push({ epoch, value }))
  return points
}

/** Returns the point with the smallest value, the first of equals; null without any. */
export function lowest(points: readonly CurvePoint[]): CurvePoint | null {
  return points.reduce<CurvePoint | null>((best, one) => (best && best.value <= one.value ? best : one), null)
}

/** Rounds a number to three significant digits, as sentences show it. */
export function toSignificant(value: number): number {
  return Number(value.toPrecision(3))
}
