import * as v from 'valibot'
import { toyLabels, toyNames, type PointEdit } from '#core'
import { answers, command, grant, nothing } from './request'

/** The values of knobs by name, checked against their ranges where the set is made. */
export const openToySchema = v.strictObject({
  name: v.picklist(toyNames),
  knobs: v.record(v.pipe(v.string(), v.maxLength(20)), v.number())
})

/** Far beyond every toy's coordinates, and still four decimals without an exponent. */
const FURTHEST = 1_000_000

const coordinate = v.pipe(v.number(), v.minValue(-FURTHEST), v.maxValue(FURTHEST))
const row = v.pipe(v.number(), v.integer(), v.minValue(0))
const label = v.picklist(toyLabels)

const pointEditSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('add'), x: coordinate, y: coordinate, label: v.nullable(label) }),
  v.strictObject({ kind: v.literal('move'), row, x: coordinate, y: coordinate }),
  v.strictObject({ kind: v.literal('relabel'), row, label }),
  v.strictObject({ kind: v.literal('erase'), rows: v.array(row) })
])

/** Edits of points, made one after the other. */
export const editPointsSchema = v.strictObject({
  edits: v.pipe(
    v.array(pointEditSchema),
    v.transform((edits): readonly PointEdit[] => edits)
  )
})

/** The points of the open toy data set, in the order of its rows. */
export interface ToyPoints {
  readonly x: Float64Array
  readonly y: Float64Array
  /** The class of each; null where y is to be predicted. */
  readonly labels: readonly string[] | null
}

/** Toy datasets. */
export const toyRequests = {
  /** Makes a toy data set. Of the one that is open, with other knobs, the settings stay; points edited by hand go. */
  openToy: command(openToySchema),
  /** Adds, moves or erases points of the open toy data set; a new table, so the network is built anew. */
  editPoints: command(editPointsSchema),
  toyPoints: answers<ToyPoints>()(nothing),
  /** The CSV of the open toy data set, byte for byte what is trained on. */
  exportToy: answers<{ path: string }>()(v.object({ grant }))
}
