import { HISTOGRAM_BINS, type Histogram } from './statistics'

/** Histograms of one quantity at several times, over common bins. */
export interface HistogramStrip {
  /** The ends of the bins together; both 0 where there is no finite number at any time. */
  readonly from: number
  readonly to: number
  readonly bins: number
  /** Fraction of each time's numbers in each bin, 0–1 [times, bins]; a row of zeros where there are none. */
  readonly shares: Float32Array
}

/**
 * Rebins histograms to common bins of equal width, from the smallest number of all times to the largest. The numbers in a bin count as
 * uniformly distributed over it, so that each row keeps its sum.
 */
export function histogramStrip(histograms: readonly Histogram[], bins = HISTOGRAM_BINS): HistogramStrip {
  const filled = histograms.filter(({ counts }) => counts.length > 0)
  const from = filled.reduce((least, one) => Math.min(least, one.from), filled[0]?.from ?? 0)
  const to = filled.reduce((largest, one) => Math.max(largest, one.to), filled[0]?.to ?? 0)
  const shares = new Float32Array(histograms.length * bins)
  histograms.forEach((histogram, time) => rebin(histogram, { from, to }, shares.subarray(time * bins, (time + 1) * bins)))
  return { from, to, bins, shares }
}

/** Adds the fractions of one histogram to the bins of its row. */
function rebin(histogram: Histogram, span: { readonly from: number; readonly to: number }, row: Float32Array): void {
  const { counts, from, to } = histogram
  const all = counts.reduce((sum, count) => sum + count, 0)
  // Halves, so that the width of numbers from both ends of the range is finite. Where all are equal they lie in the first bin.
  const half = span.to / 2 - span.from / 2
  const placeOf = (x: number) => (half > 0 ? ((x / 2 - span.from / 2) / half) * row.length : 0)
  counts.forEach((count, bin) => {
    const part = (edge: number) => from * (1 - edge / counts.length) + to * (edge / counts.length)
    const [low, high] = [placeOf(part(bin)), placeOf(part(bin + 1))]
    const first = Math.min(row.length - 1, Math.floor(low))
    const last = Math.min(row.length - 1, Math.floor(high))
    for (let b = first; b <= last; b++) {
      const overlap = first === last ? 1 : (Math.min(high, b + 1) - Math.max(low, b)) / (high - low)
      row[b] += (overlap * count) / all
    }
  })
}
