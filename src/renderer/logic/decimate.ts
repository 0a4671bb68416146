export interface Point {
  x: number
  y: number
}

/**
 * A curve reduced to what a screen can show: each bucket of epochs gives its lowest and its highest number, in their
 * order, and the first and the last epoch stay. Unlike an average this hides no spike. Where there is no finite number
 * the point is NaN.
 * Returns at most 2·buckets + 2 points; short curves come back whole.
 */
export function decimate(values: Float64Array, buckets: number): Point[] {
  const count = values.length
  if (count <= 2 * buckets + 2) return Array.from(values, (y, x) => point(x, y))
  const points: Point[] = [point(0, values[0])]
  const inner = count - 2
  for (let bucket = 0; bucket < buckets; bucket++) {
    const start = 1 + Math.floor((bucket * inner) / buckets)
    const end = 1 + Math.floor(((bucket + 1) * inner) / buckets)
    const { low, high } = extremes(values, start, end)
    if (low < 0) points.push({ x: start, y: Number.NaN })
    else if (low === high) points.push(point(low, values[low]))
    else
      points.push(
        point(Math.min(low, high), values[Math.min(low, high)]),
        point(Math.max(low, high), values[Math.max(low, high)])
      )
  }
  points.push(point(count - 1, values[count - 1]))
  return points
}

/** Where the lowest and the highest finite number of values[start … end) stand; −1 when there is none. */
function extremes(values: Float64Array, start: number, end: number): { low: number; high: number } {
  let low = -1
  let high = -1
  for (let index = start; index < end; index++) {
    const value = values[index]
    if (!Number.isFinite(value)) continue
    if (low < 0 || value < values[low]) low = index
    if (high < 0 || value > values[high]) high = index
  }
  return { low, high }
}

function point(x: number, y: number): Point {
  return { x, y: Number.isFinite(y) ? y : Number.NaN }
}
