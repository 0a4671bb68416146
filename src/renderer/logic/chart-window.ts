/** The part of the epoch axis that is shown. */
export interface ChartWindow {
  readonly from: number
  readonly to: number
}

/** No fewer epochs than this are shown, where there are so many. */
const FEWEST = 4

/** A window narrower (`factor` below 1) or wider by a factor, the epoch `at` staying where it is; null where it would show all. */
export function zoomed({ from, to }: ChartWindow, at: number, factor: number, end: number): ChartWindow | null {
  const span = Math.max(Math.min(FEWEST, end), (to - from) * factor)
  if (span >= end) return null
  const part = (Math.min(to, Math.max(from, at)) - from) / (to - from)
  return within(at - part * span, span, end)
}

/** A window moved by so many epochs, no further than the ends. */
export function moved({ from, to }: ChartWindow, by: number, end: number): ChartWindow {
  return within(from + by, to - from, end)
}

function within(from: number, span: number, end: number): ChartWindow {
  const start = Math.min(end - span, Math.max(0, from))
  return { from: start, to: start + span }
}

/** The places of a series that a window shows, with one more at each side, so that lines reach the edges. */
export function placesIn({ from, to }: ChartWindow, length: number): readonly [number, number] {
  return [Math.max(0, Math.floor(from) - 1), Math.min(length, Math.ceil(to) + 2)]
}
