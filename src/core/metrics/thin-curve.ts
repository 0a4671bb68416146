/** The points of a curve, x and y of each in order. */
export interface Curve {
  readonly x: Float64Array
  readonly y: Float64Array
}

/**
 * A curve with at most so many points, for drawing: corners of a staircase that lie on a straight line with their neighbours go first,
 * then points at even distances; the first and the last one stay. `most` is at least 2.
 */
export function thinCurve(curve: Curve, most: number): Curve {
  const corners = cornersOf(curve)
  const kept = corners.length <= most ? corners : evenly(corners, most)
  return { x: Float64Array.from(kept, (i) => curve.x[i]), y: Float64Array.from(kept, (i) => curve.y[i]) }
}

function cornersOf({ x, y }: Curve): number[] {
  const last = x.length - 1
  const corners: number[] = []
  for (let i = 0; i <= last; i++) {
    const isFlat = y[i - 1] === y[i] && y[i] === y[i + 1]
    const isUpright = x[i - 1] === x[i] && x[i] === x[i + 1]
    if (i === 0 || i === last || (!isFlat && !isUpright)) corners.push(i)
  }
  return corners
}

function evenly(places: readonly number[], most: number): number[] {
  return Array.from({ length: most }, (_, i) => places[Math.round((i * (places.length - 1)) / (most - 1))])
}
