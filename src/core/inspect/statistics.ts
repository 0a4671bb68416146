/** Counts of numbers in bins of equal width; the last bin includes its upper end. */
export interface Histogram {
  readonly from: number
  readonly to: number
  readonly counts: readonly number[]
}

/** Summary statistics of numbers. */
export interface Spread {
  readonly count: number
  /** Number of those that are not finite; the other statistics are of the finite ones. */
  readonly notFinite: number
  /** NaN without a finite number, as are maximum, mean and deviation. */
  readonly minimum: number
  readonly maximum: number
  readonly mean: number
  /** Population standard deviation. */
  readonly deviation: number
  /** √Σ x². */
  readonly norm: number
  /** Of the finite numbers; one bin where all are equal, none where there are none. */
  readonly histogram: Histogram
}

/** Default number of bins: as many as a narrow drawing can show. */
export const HISTOGRAM_BINS = 24

/**
 * Counts finite numbers in bins between their extremes.
 * Throws nothing; `bins` is at least 1.
 */
export function histogramOf(values: ArrayLike<number>, bins = HISTOGRAM_BINS): Histogram {
  let from = Infinity
  let to = -Infinity
  let finite = 0
  for (let e = 0; e < values.length; e++) {
    // −0 is 0 here.
    const x = values[e] + 0
    if (!Number.isFinite(x)) continue
    finite += 1
    if (x < from) from = x
    if (x > to) to = x
  }
  if (finite === 0) return { from: 0, to: 0, counts: [] }
  if (from === to) return { from, to, counts: [finite] }
  const counts = Array.from({ length: bins }, () => 0)
  // Halved where the width of numbers from both ends of the range would be infinite; elsewhere not, since half of the least number is 0.
  const scale = Number.isFinite(to - from) ? 1 : 0.5
  const width = to * scale - from * scale
  for (let e = 0; e < values.length; e++) {
    const part = (values[e] * scale - from * scale) / width
    if (Number.isFinite(values[e])) counts[Math.min(bins - 1, Math.floor(part * bins))] += 1
  }
  return { from, to, counts }
}

/** Summarizes numbers, counting those that are not finite separately. */
export function spreadOf(values: ArrayLike<number>, bins = HISTOGRAM_BINS): Spread {
  const histogram = histogramOf(values, bins)
  const finite = histogram.counts.reduce((sum, count) => sum + count, 0)
  const none = finite === 0
  let sum = 0
  let squares = 0
  for (let e = 0; e < values.length; e++) {
    if (!Number.isFinite(values[e])) continue
    sum += values[e] / finite
    squares += values[e] * values[e]
  }
  let deviations = 0
  for (let e = 0; e < values.length; e++) {
    if (Number.isFinite(values[e])) deviations += (values[e] - sum) * (values[e] - sum)
  }
  return {
    count: values.length,
    notFinite: values.length - finite,
    minimum: none ? NaN : histogram.from,
    maximum: none ? NaN : histogram.to,
    mean: none ? NaN : sum,
    deviation: none ? NaN : Math.sqrt(deviations / finite),
    norm: Math.sqrt(squares),
    histogram
  }
}
