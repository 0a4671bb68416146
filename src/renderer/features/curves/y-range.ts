/**
 * R² has no lower bound; below this a curve says no more than "worse than the mean", and would flatten all the rest.
 */
const LOWEST_R2 = -1

/** Distance of the labels that a chart of this height has room for; the axis begins on one. */
const STEP = 0.2
/** The same of an axis that reaches further down than one step below 0. */
const LONG_STEP = 0.5

/** Room above and below the curves where something else, which may leave it, lies behind them. */
const ROOM = 0.08

/** Kinds of charts of a run. */
export type ChartKind = 'loss' | 'accuracy' | 'r2' | 'rate'

export interface YRangeOptions {
  readonly kind: ChartKind
  readonly scale: 'linear' | 'logarithmic'
  /** The curves, as far as they are in sight. */
  readonly series: readonly Float64Array[]
  /** Whether a part is looked at closely: then a loss fills the height. */
  readonly isClose: boolean
  /** Whether the curves alone decide, because batches lie behind them, whose losses scatter far. */
  readonly isFixed: boolean
}

/** The ends of a y axis; what is not given follows from the curves. */
export interface YRange {
  readonly low?: number
  readonly high?: number
}

/**
 * The part of the y axis that is fixed: a loss and a learning rate start at 0, accuracy and R² end at 1 and begin on a round step
 * below the lowest point.
 */
export function yRange({ kind, scale, series, isClose, isFixed }: YRangeOptions): YRange {
  if (kind === 'loss' || kind === 'rate') {
    const own = isFixed ? around(series, scale) : {}
    return isClose || scale === 'logarithmic' ? own : { ...own, low: 0 }
  }
  if (series.every((values) => values.length === 0)) return { low: 0, high: 1 }
  const lowest = Math.min(1, extremes(series).low)
  const step = lowest < -STEP ? LONG_STEP : STEP
  const floor = Math.floor(lowest / step + 1e-9) * step
  return { low: Math.min(1 - STEP, Math.max(kind === 'r2' ? LOWEST_R2 : 0, floor)), high: 1 }
}

/** The range of the curves with some room; what Chart.js finds where they have none. */
function around(series: readonly Float64Array[], scale: 'linear' | 'logarithmic'): YRange {
  const { low, high } = extremes(scale === 'linear' ? series : series.map((values) => values.filter((value) => value > 0)))
  if (!(low < high)) return {}
  if (scale === 'logarithmic') return { low: low * (low / high) ** ROOM, high: high * (high / low) ** ROOM }
  return { low: low - ROOM * (high - low), high: high + ROOM * (high - low) }
}

function extremes(series: readonly Float64Array[]): { readonly low: number; readonly high: number } {
  let [low, high] = [Infinity, -Infinity]
  for (const values of series) {
    for (const value of values) {
      if (value < low) low = value
      if (value > high && value < Infinity) high = value
    }
  }
  return { low, high }
}
