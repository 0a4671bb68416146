import * as v from 'valibot'
import { type Pipeline, readingSchema } from '#core'
import { cellBlockSchema, type CellPage, type ColumnProfile, type ScatterPoints } from '#shared/data'
import { editPointsSchema, openToySchema, type ToyPoints } from '#shared/toys'
import { answers, command, grant, nothing } from './request'

/** Opening tables, looking at their cells, and toy data sets. */
export const dataRequests = {
  openSample: command(v.object({ name: v.string() })),
  /** Progress is reported in `loadProgress` events; reading ends with `data.cancelled` when it is cancelled. */
  openFile: command(v.object({ grant })),
  /** A table that was pasted; `name` is what it is called as a file. */
  openText: command(v.object({ text: v.string(), name: v.pipe(v.string(), v.maxLength(200)) })),
  /** Reads the open file, or the one refused last, in another way. Settings stay where they fit. */
  readAgain: command(v.object({ which: v.picklist(['open', 'refused']), reading: readingSchema })),
  cancelLoad: command(nothing),

  /** Cells as they stand in the file. */
  cells: answers<CellPage>()(cellBlockSchema),
  columnProfiles: answers<readonly ColumnProfile[]>()(v.object({ names: v.pipe(v.array(v.string()), v.maxLength(100)) })),
  scatterPoints: answers<ScatterPoints>()(v.object({ x: v.string(), y: v.string() })),
  /** The row, from 0, that begins on a line of the file. */
  rowOnLine: answers<number>()(v.object({ line: v.pipe(v.number(), v.integer()) })),
  /** Every constant of the preparation, as learned from the training rows; null where the settings do not fit. */
  pipeline: answers<Pipeline | null>()(nothing),

  /** Makes a toy data set. Of the one that is open, with other knobs, the settings stay; points edited by hand go. */
  openToy: command(openToySchema),
  /** Adds, moves or erases points of the open toy data set; a new table, so the network is built anew. */
  editPoints: command(editPointsSchema),
  toyPoints: answers<ToyPoints>()(nothing),
  /** The CSV of the open toy data set, byte for byte what is trained on. */
  exportToy: answers<{ path: string }>()(v.object({ grant }))
}
