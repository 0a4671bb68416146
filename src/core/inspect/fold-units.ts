/** Which units of a layer are drawn. */
export interface Folded {
  /** Their places, from 0, ascending. */
  readonly shown: Int32Array
  /** How many are left out, between the first and the last ones shown. */
  readonly hidden: number
}

/**
 * All units of a layer where there is room for them; else its first and its last ones, with a gap that takes a unit's room.
 * `room` is how many places there are, 3 or more.
 */
export function foldUnits(units: number, room: number): Folded {
  if (units <= room) return { shown: Int32Array.from({ length: units }, (_, i) => i), hidden: 0 }
  const before = Math.ceil((room - 1) / 2)
  const shown = Int32Array.from({ length: room - 1 }, (_, i) => (i < before ? i : units - room + 1 + i))
  return { shown, hidden: units - shown.length }
}
