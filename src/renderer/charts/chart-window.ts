/** The part of the epoch axis that is shown. */
export interface ChartWindow {
  readonly from: number
  readonly to: number
}

/** No fewer epochs than this are shown, where there are so many. */
export const FEWEST_EPOCHS = 4

/** Less than this part of the axis is missing where everything is meant to be shown. */
const NEARLY = 1e-6

/** The window that an axis shows whose whole is given; null where it shows them all. */
export function windowOf(shown: ChartWindow, { from, to }: ChartWindow): ChartWindow | null {
  const slack = NEARLY * (to - from)
  return shown.from <= from + slack && shown.to >= to - slack ? null : { from: Math.max(from, shown.from), to: Math.min(to, shown.to) }
}

/** The places of a series that a window shows, with one more at each side, so that lines reach the edges. */
export function placesIn({ from, to }: ChartWindow, length: number): readonly [number, number] {
  return [Math.max(0, Math.floor(from) - 1), Math.min(length, Math.ceil(to) + 2)]
}
