/**
 * R² has no lower bound; below this a curve says no more than "worse than the mean", and would flatten all the rest.
 */
const LOWEST_R2 = -1

/** Distance of the labels that a chart of this height has room for; the axis begins on one. */
const STEP = 0.2
/** The same of an axis that reaches further down than one step below 0. */
const LONG_STEP = 0.5

/** What a chart shows of a run. */
export type ChartKind = 'loss' | 'accuracy' | 'r2' | 'rate'

/**
 * The part of the y axis that is fixed: a loss and a learning rate start at 0, accuracy and R² end at 1 and begin on a round step
 * below the lowest point.
 */
export function yRange(
  kind: ChartKind,
  scale: 'linear' | 'logarithmic',
  series: readonly Float64Array[]
): { low?: number; high?: number } {
  if (kind === 'loss' || kind === 'rate') return scale === 'linear' ? { low: 0 } : {}
  if (series.every((values) => values.length === 0)) return { low: 0, high: 1 }
  let lowest = 1
  for (const values of series) {
    for (const value of values) if (value < lowest) lowest = value
  }
  const step = lowest < -STEP ? LONG_STEP : STEP
  const floor = Math.floor(lowest / step + 1e-9) * step
  return { low: Math.min(1 - STEP, Math.max(kind === 'r2' ? LOWEST_R2 : 0, floor)), high: 1 }
}
