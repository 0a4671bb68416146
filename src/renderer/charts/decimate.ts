/** A point of a curve. */
export interface Point {
  x: number
  y: number
}

/** Spacing of a curve's points on its axis. */
export type Spacing = 'linear' | 'logarithmic'

export interface DecimateOptions {
  /** As many as the screen can tell apart. */
  readonly buckets: number
  /** The first place taken; 0 unless given. */
  readonly first?: number
  /** The place after the last one taken; the curve's end unless given. */
  readonly end?: number
  /** Buckets are evenly wide on this axis; `linear` unless given. */
  readonly spacing?: Spacing
}

/**
 * A part of a curve reduced to what a screen can show, x being the place in it: each bucket of epochs gives its lowest and its highest
 * number, in their order, and the first and the last epoch stay. Unlike an average this hides no spike. Where there is no finite number
 * the point is NaN.
 * Returns at most 2·buckets + 2 points; short parts come back whole.
 */
export function decimate(values: Float64Array, { buckets, first = 0, end = values.length, spacing = 'linear' }: DecimateOptions): Point[] {
  const count = end - first
  if (count <= 2 * buckets + 2) return Array.from(values.subarray(first, end), (y, i) => point(first + i, y))
  const points: Point[] = [point(first, values[first])]
  let start = first + 1
  for (let bucket = 1; bucket <= buckets; bucket++) {
    const next = bucket === buckets ? end - 1 : edge(first + 1, end - 1, bucket / buckets, spacing)
    if (next > start) points.push(...bucketPoints(values, start, next))
    start = Math.max(start, next)
  }
  points.push(point(end - 1, values[end - 1]))
  return points
}

/** The place so far along the way from one to another. */
function edge(from: number, to: number, part: number, spacing: Spacing): number {
  return Math.floor(spacing === 'linear' ? from + part * (to - from) : from * (to / from) ** part)
}

function bucketPoints(values: Float64Array, start: number, end: number): Point[] {
  const { low, high } = extremes(values, start, end)
  if (low < 0) return [{ x: start, y: Number.NaN }]
  if (low === high) return [point(low, values[low])]
  return [Math.min(low, high), Math.max(low, high)].map((place) => point(place, values[place]))
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
