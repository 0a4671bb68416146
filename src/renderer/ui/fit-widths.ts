/** A table that is wider than its place by no more than this is made narrower rather than scrolled. */
const SQUEEZE = 1.08
/** Wider columns than this would only drive their numbers apart. */
const STRETCH = 1.5

/**
 * The widths of columns, made to fill the room that there is: narrower or wider alike, as long as that is not too much.
 * Shapes: widths and answer are in the same unit as `room`.
 */
export function fitWidths(widths: readonly number[], room: number): readonly number[] {
  const sum = widths.reduce((total, width) => total + width, 0)
  if (!(sum > 0) || !(room > 0) || sum > SQUEEZE * room) return widths
  const factor = Math.min(STRETCH, room / sum)
  return widths.map((width) => width * factor)
}
