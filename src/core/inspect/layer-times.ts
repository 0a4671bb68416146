import type { ActivationName } from '../nn/activations'
import { histogramStrip, type HistogramStrip } from './histogram-strip'
import type { Look } from './snapshot-history'
import type { Spread } from './statistics'
import type { LayerStatistics } from './statistics-layers'

/** How the numbers of one tensor were spread at each look. */
export interface SpreadTimes extends HistogramStrip {
  /** [looks] */
  readonly mean: Float64Array
  readonly deviation: Float64Array
}

/** What went on in one layer, look by look; see LayerStatistics for what each figure is. */
export interface LayerTimes {
  /** From 1. */
  readonly layer: number
  readonly units: number
  readonly activation: ActivationName
  readonly weights: SpreadTimes
  readonly gradients: SpreadTimes
  readonly activations: SpreadTimes
  /** [looks], as all that follow. */
  readonly gradientNorm: Float64Array
  readonly updateRatio: Float64Array
  readonly dead: Float64Array | null
  readonly saturated: Float64Array | null
}

/** A run from the inside: the epochs it was looked at, ascending, and each layer at those. */
export interface RunTimes {
  readonly epochs: Int32Array
  readonly layers: readonly LayerTimes[]
}

/** Turns looks, which are by moment, into the course of each layer. All looks are at the same network. */
export function layerTimes(looks: readonly Look[]): RunTimes {
  const [first] = looks
  return {
    epochs: Int32Array.from(looks, ({ epoch }) => epoch),
    layers: (first?.layers ?? []).map(({ layer, units, activation, dead, saturated }, l) => {
      const figures = (figure: (layer: LayerStatistics) => number) => Float64Array.from(looks, ({ layers }) => figure(layers[l]))
      const spreads = (spread: (layer: LayerStatistics) => Spread) => spreadTimes(looks.map(({ layers }) => spread(layers[l])))
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
