/** A text column of this many distinct values, and this fraction of its cells, names its rows rather than kinds of them. */
const fewestNames = 20
const nearlyAll = 0.9

/** Whether a column of so many distinct texts in so many cells is nearly an ID. */
export function isNearIdentifier(distinct: number, cells: number): boolean {
  return distinct >= fewestNames && distinct >= nearlyAll * cells
}
