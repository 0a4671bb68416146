import type { ActivationName } from '../nn/activations'
import { histogramStrip, type HistogramStrip } from './histogram-strip'
import type { Snapshot } from './snapshot-history'
import type { Spread } from './statistics'
import type { LayerStatistics } from './statistics-layers'

/** Distribution of one tensor at each snapshot. */
export interface SpreadTimes extends HistogramStrip {
  /** [snapshots] */
  readonly mean: Float64Array
  readonly deviation: Float64Array
}

/** Statistics of one layer at each snapshot; see LayerStatistics. */
export interface LayerTimes {
  /** From 1. */
  readonly layer: number
  readonly units: number
  readonly activation: ActivationName
  readonly weights: SpreadTimes
  readonly gradients: SpreadTimes
  readonly activations: SpreadTimes
  /** [snapshots], as all that follow. */
  readonly gradientNorm: Float64Array
  readonly updateRatio: Float64Array
  readonly dead: Float64Array | null
  readonly saturated: Float64Array | null
}

/** Layer statistics over a run: the epochs of the snapshots, ascending, and each layer at those. */
export interface RunTimes {
  readonly epochs: Int32Array
  readonly layers: readonly LayerTimes[]
}

/** Transposes snapshots into a time series for each layer. All snapshots are of the same network. */
export function layerTimes(snapshots: readonly Snapshot[]): RunTimes {
  const [first] = snapshots
  return {
    epochs: Int32Array.from(snapshots, ({ epoch }) => epoch),
    layers: (first?.layers ?? []).map(({ layer, units, activation, dead, saturated }, l) => {
      const figures = (figure: (layer: LayerStatistics) => number) => Float64Array.from(snapshots, ({ layers }) => figure(layers[l]))
      const spreads = (spread: (layer: LayerStatistics) => Spread) => spreadTimes(snapshots.map(({ layers }) => spread(layers[l])))
      return {
        layer,
        units,
        activation,
        weights: spreads((one) => one.weights),
        gradients: spreads((one) => one.gradients),
        activations: spreads((one) => one.activations),
        gradientNorm: figures((one) => one.gradientNorm),
        updateRatio: figures((one) => one.updateRatio),
        dead: dead === null ? null : figures((one) => one.dead ?? NaN),
        saturated: saturated === null ? null : figures((one) => one.saturated ?? NaN)
      }
    })
  }
}

function spreadTimes(spreads: readonly Spread[]): SpreadTimes {
  return {
    ...histogramStrip(spreads.map(({ histogram }) => histogram)),
    mean: Float64Array.from(spreads, ({ mean }) => mean),
    deviation: Float64Array.from(spreads, ({ deviation }) => deviation)
  }
}
