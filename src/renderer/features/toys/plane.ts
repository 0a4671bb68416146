import { niceTicks } from '../../charts/ticks'

/** Visible range of a coordinate, and its grid lines. */
export interface PlaneAxis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

/** A window on the plane: between data and pixels from the upper left. */
export interface Plane {
  readonly x: PlaneAxis
  readonly y: PlaneAxis
  readonly toX: (x: number) => number
  readonly toY: (y: number) => number
  /** The data at a pixel, no further out than what is shown. */
  readonly at: (left: number, top: number) => { readonly x: number; readonly y: number }
}

export interface PlaneSize {
  readonly width: number
  readonly height: number
  /** Room for labels at the left and below, and a little at the other sides, in pixels. */
  readonly margin: { readonly left: number; readonly bottom: number; readonly rest: number }
}

interface Bounds {
  readonly low: number
  readonly high: number
}

/** Bounds end at multiples of this, so that a window does not creep with every point. */
const GRAIN = 0.5

/** The part of the span that is left free at each side. */
const PADDING = 0.06

/** At least so many pixels between two lines: labels beside one another need more room than labels below one another. */
const TICK_ROOM = { x: 70, y: 34 }

/**
 * A window that shows all points. `isTrue`: a unit is as long across as up, as circles need; else each coordinate fills its
 * side.
 */
export function planeFor(points: readonly { readonly x: number; readonly y: number }[], size: PlaneSize, isTrue: boolean): Plane {
  const width = Math.max(1, size.width - size.margin.left - size.margin.rest)
  const height = Math.max(1, size.height - size.margin.bottom - size.margin.rest)
  let [across, up] = [boundsOf(points.map(({ x }) => x)), boundsOf(points.map(({ y }) => y))]
  if (isTrue) {
    const unit = Math.max((across.high - across.low) / width, (up.high - up.low) / height)
    ;[across, up] = [widened(across, unit * width), widened(up, unit * height)]
  }
  const toX = (x: number) => size.margin.left + (width * (x - across.low)) / (across.high - across.low)
  const toY = (y: number) => size.margin.rest + (height * (up.high - y)) / (up.high - up.low)
  return {
    x: { ...across, ticks: niceTicks(across.low, across.high, width / TICK_ROOM.x) },
    y: { ...up, ticks: niceTicks(up.low, up.high, height / TICK_ROOM.y) },
    toX,
    toY,
    at: (left, top) => ({
      x: within(across, across.low + ((left - size.margin.left) / width) * (across.high - across.low)),
      y: within(up, up.high - ((top - size.margin.rest) / height) * (up.high - up.low))
    })
  }
}

function boundsOf(values: readonly number[]): Bounds {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity)
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity)
  if (low > high) return { low: -1, high: 1 }
  const outer = { low: GRAIN * Math.floor(low / GRAIN), high: GRAIN * Math.ceil(high / GRAIN) }
  return widened(outer, (1 + 2 * PADDING) * Math.max(outer.high - outer.low, GRAIN))
}

function widened({ low, high }: Bounds, span: number): Bounds {
  const middle = (low + high) / 2
  return { low: middle - span / 2, high: middle + span / 2 }
}

function within({ low, high }: Bounds, value: number): number {
  return Math.min(high, Math.max(low, value))
}

/** Whether a point is in sight, the edges of the window included. */
export function isShown({ x, y }: Plane, point: { readonly x: number; readonly y: number }): boolean {
  // What was put on the edge and rounded to the decimals of a CSV still counts.
  const [dx, dy] = [(x.high - x.low) / 1000, (y.high - y.low) / 1000]
  return point.x >= x.low - dx && point.x <= x.high + dx && point.y >= y.low - dy && point.y <= y.high + dy
}

/** The place of the point nearest to a pixel, no further than `reach` pixels; −1 when there is none. */
export function nearestPoint(
  points: readonly { readonly x: number; readonly y: number }[],
  { toX, toY }: Plane,
  left: number,
  top: number,
  reach: number
): number {
  let found = -1
  let least = reach * reach
  points.forEach(({ x, y }, i) => {
    const [dx, dy] = [toX(x) - left, toY(y) - top]
    const distance = dx * dx + dy * dy
    // Of two at the same place the later one lies on top.
    if (distance > least) return
    least = distance
    found = i
  })
  return found
}
