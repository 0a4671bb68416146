import type { LayerCache } from '../network/forward'
import type { Parameters } from '../network/parameters'

/** The weighted sum of one unit: z = Σᵢ wᵢ·xᵢ + b, a = activation(z). */
export interface UnitSum {
  /** wᵢ [in]. */
  readonly weights: Float64Array
  /** xᵢ [in]: the outputs of the previous layer for the current row. */
  readonly inputs: Float64Array
  readonly bias: number | null
  readonly z: number
  readonly a: number
}

/** Returns the weighted sum of a unit of the layer with the index `l`, for the one row of `cache`. */
export function unitSum(parameters: Parameters, cache: readonly LayerCache[], l: number, unit: number): UnitSum {
  const { W, b } = parameters[l]
  const { input, Z, A } = cache[l]
  return {
    weights: Float64Array.from({ length: W.rows }, (_, i) => W.data[i * W.columns + unit]),
    inputs: Float64Array.from(input.data),
    bias: b && b.data[unit],
    z: Z.data[unit],
    a: A.data[unit]
  }
}
