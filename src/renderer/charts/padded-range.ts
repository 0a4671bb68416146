/** The part of the span that is left free on each side. */
const PADDING = 0.05

/** The ends of an axis that shows all finite numbers, with a little room beside them. */
export function paddedRange(values: ArrayLike<number>): { readonly low: number; readonly high: number } {
  let [low, high] = [Infinity, -Infinity]
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (!Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low > high) return { low: 0, high: 1 }
  const pad = PADDING * (high - low) || Math.abs(high) * PADDING || 1
  return { low: low - pad, high: high + pad }
}
