/** Numbers in ascending order, as a copy. */
export function sortedNumbers(values: Float64Array): Float64Array {
  return values.slice().sort()
}

/**
 * The p-quantile of at least one number in ascending order, 0 ≤ p ≤ 1: with h = (n − 1) · p, the value between the places ⌊h⌋ and
 * ⌊h⌋ + 1 in proportion. The median of an even number of values is the mean of the middle two.
 * Source: R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", 1996, definition 7, which NumPy and scikit-learn take.
 */
export function quantile(sorted: Float64Array, p: number): number {
  const h = (sorted.length - 1) * p
  const below = Math.floor(h)
  const low = sorted[below]
  const high = sorted[Math.min(below + 1, sorted.length - 1)]
  const part = h - below
  // From the nearer side, as NumPy does; parts of each where the difference of two huge numbers is none.
  if (!Number.isFinite(high - low)) return low * (1 - part) + high * part
  return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part)
}
