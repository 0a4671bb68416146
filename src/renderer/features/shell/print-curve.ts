/** Points a curve on paper is drawn with at most: finer than a printer's line. */
const MOST_POINTS = 600

/** The lowest and the highest number of several curves; null where none has any. */
export function rangeOf(curves: readonly Float64Array[]): { readonly low: number; readonly high: number } | null {
  let [low, high] = [Infinity, -Infinity]
  for (const curve of curves) {
    for (const value of curve) {
      if (!Number.isFinite(value)) continue
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
  }
  return low <= high ? { low, high } : null
}

/**
 * A curve as the path of an SVG of the given size, x from the first epoch to the last, the low end of the range at the bottom. Epochs
 * without a number are passed over; of very many, some are.
 */
export function curvePath(
  curve: Float64Array,
  { low, high }: { readonly low: number; readonly high: number },
  { width, height }: { readonly width: number; readonly height: number }
): string {
  const last = Math.max(1, curve.length - 1)
  const apart = Math.max(1, Math.ceil(curve.length / MOST_POINTS))
  const span = high - low || 1
  const points: string[] = []
  for (let epoch = 0; epoch < curve.length; epoch++) {
    const value = curve[epoch]
    const isDrawn = epoch % apart === 0 || epoch === curve.length - 1
    if (!isDrawn || !Number.isFinite(value)) continue
    const x = (epoch / last) * width
    const y = height - ((value - low) / span) * height
    points.push(`${x.toFixed(1)} ${y.toFixed(1)}`)
  }
  return points.length === 0 ? '' : `M${points.join('L')}`
}
