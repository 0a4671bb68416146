import type { LayerStatistics } from '../../inspect/statistics-layers'
import { deadestLayer, gradientRatio, mostSaturatedLayer } from './measures'

/** Fraction of dead units in a layer from which on little passes it. */
export const DEAD_SHARE = 0.5

/** Fraction of saturated activations above which hardly any gradient passes a layer. */
export const SATURATED_SHARE = 0.5

/** Ratio of the first layer's gradient norm to the last one's below which the first layers do not learn; two sigmoid layers have 0.1. */
const VANISHED = 0.01

/** Returns why the gradient does not reach the first layers, by the name of the rule that says so; null where it does. */
export function layerFault(layers: readonly LayerStatistics[]): 'dead-units' | 'saturation' | 'vanishing-gradients' | null {
  if ((deadestLayer(layers)?.dead ?? 0) >= DEAD_SHARE) return 'dead-units'
  if ((mostSaturatedLayer(layers)?.saturated ?? 0) > SATURATED_SHARE) return 'saturation'
  return gradientRatio(layers) < VANISHED ? 'vanishing-gradients' : null
}
