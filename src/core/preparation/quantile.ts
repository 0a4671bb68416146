import type { CooperativeTask } from '../tasks/task'
import { orderStatistics } from './order-statistics'

/**
 * Computes the p-quantiles of at least one finite number, for each 0 ≤ p ≤ 1: with h = (n − 1) · p, linear interpolation between the
 * order statistics ⌊h⌋ and ⌊h⌋ + 1. The median of an even number of values is the mean of the middle two.
 * Source: R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", 1996, definition 7, the default of NumPy and scikit-learn.
 */
export function* quantilesTask(values: Float64Array, ps: readonly number[]): CooperativeTask<number[]> {
  const last = values.length - 1
  const neighbours = ps.map((p) => {
    const below = Math.floor(last * p)
    return { below, above: Math.min(below + 1, last), part: last * p - below }
  })
  const places = [...new Set(neighbours.flatMap(({ below, above }) => [below, above]))].sort((a, b) => a - b)
  const numbers = yield* orderStatistics(values, places)
  const numberAt = (place: number) => numbers[places.indexOf(place)]
  return neighbours.map(({ below, above, part }) => between(numberAt(below), numberAt(above), part))
}

/** Interpolates from the nearer end, as NumPy does; as a weighted sum where the difference of two huge numbers overflows. */
function between(low: number, high: number, part: number): number {
  if (!Number.isFinite(high - low)) return low * (1 - part) + high * part
  return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part)
}
