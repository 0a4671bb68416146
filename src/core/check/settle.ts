import type { Quotient } from './checked-loss'

/** Each step is so many times smaller than the one before. */
const SHRINK = 4
/** The number of steps at most: from the first down by a factor of 4¹³ ≈ 7e7. */
const STEPS = 14

/** The limit of difference quotients for h → 0. */
export interface Settled {
  readonly numeric: number
  /** Estimate of its error. */
  readonly error: number
  /** The smallest step that went into it. */
  readonly step: number
}

/**
 * Shrinks the step until the quotient settles: extrapolates quotients for smaller and smaller steps to h → 0 (their error is a series in
 * h²), and keeps the value that changed least from one step or order to the next. Its error is estimated by that change, and by the
 * rounding of the loss. Quotients that cross a kink or are not finite are left out; null where all are.
 * Source: C. Ridders, "Accurate computation of F′(x) and F′(x)F″(x)", 1982; W. Press et al., "Numerical recipes", section 5.7.
 */
export function settle(quotient: (h: number) => Quotient, start: number): Settled | null {
  let best: Settled | null = null
  let before: number[] = []
  for (let i = 0, h = start; i < STEPS; i++, h /= SHRINK) {
    const { numeric, crossedKink, noise } = quotient(h)
    if (crossedKink || !Number.isFinite(numeric)) {
      before = []
      continue
    }
    // Smaller steps round more: none of them can be better than what was found.
    if (best && noise > best.error) break
    const row = [numeric]
    let factor = 1
    for (let order = 1; order <= before.length; order++) {
      factor *= SHRINK * SHRINK
      row.push((factor * row[order - 1] - before[order - 1]) / (factor - 1))
      const change = Math.max(Math.abs(row[order] - row[order - 1]), Math.abs(row[order] - before[order - 1]))
      const error = Math.max(change, noise)
      if (!best || error < best.error) best = { numeric: row[order], error, step: h }
    }
    before = row
  }
  return best
}
