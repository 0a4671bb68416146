/** The units of a layer that are drawn. */
export interface Folded {
  /** Their indices, from 0, ascending. */
  readonly shown: Int32Array
  /** Number of hidden units, between the first and the last ones shown. */
  readonly hidden: number
}

/**
 * Returns all units of a layer where there is room for them; else its first and last ones, with a gap of one unit's width.
 * `room` is the number of units that fit, 3 or more.
 */
export function foldUnits(units: number, room: number): Folded {
  if (units <= room) return { shown: Int32Array.from({ length: units }, (_, i) => i), hidden: 0 }
  const before = Math.ceil((room - 1) / 2)
  const shown = Int32Array.from({ length: room - 1 }, (_, i) => (i < before ? i : units - room + 1 + i))
  return { shown, hidden: units - shown.length }
}
