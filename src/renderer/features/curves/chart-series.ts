import type { BatchLosses } from '#core'
import type { ChartKind } from './y-range'

/** A curve of a chart: whose it is, and its numbers, one an epoch. */
export interface ChartSeries {
  readonly name: 'train' | 'validation' | 'test' | 'rate'
  readonly values: () => Float64Array
}

/** A curve of a run kept to compare with. */
export interface KeptCurve {
  /** From 1; it is also how the run is called in the chart. */
  readonly place: number
  /** The settings of the run. */
  readonly name: string
  /** Which side's rows it is about. */
  readonly side: 'train' | 'test'
  /** The epochs that were kept, and its number at each. */
  readonly epochs: Float64Array
  readonly values: Float64Array
}

/** One chart of curves: what it is of, and what is drawn in it. */
export interface CurvePane {
  readonly kind: ChartKind
  readonly heading: string
  /** Unit of its numbers. */
  readonly unit?: string
  readonly series: readonly ChartSeries[]
  readonly kept: readonly KeptCurve[]
  /** The losses of the mini-batches, where they are wanted and there are any. */
  readonly batches: BatchLosses | null
  /** The epoch with the lowest test loss so far. */
  readonly best: { readonly epoch: number } | null
}

/** Appearance of curves. */
export interface ChartLook {
  readonly scale: 'linear' | 'logarithmic'
  readonly epochScale: 'linear' | 'logarithmic'
  /** The weight of the moving average, 0 for none. */
  readonly smoothing: number
}
