/** The points of a curve: x and y of each, in order. */
export interface Curve {
  readonly x: Float64Array
  readonly y: Float64Array
}

/**
 * Reduces a curve to at most `most` points, for drawing: points of a staircase that are on a straight line with their neighbours are
 * removed first, then points at even distances; the first and the last one are kept. `most` is at least 2.
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
