import * as v from 'valibot'
import {
  readingSchema,
  type Association,
  type ClassCount,
  type ColumnSummary,
  type Distribution,
  type Note,
  type Pipeline,
  type ReadFormat,
  type ReadingRequest,
  type ToySource
} from '#core'
import { answers, command, grant, nothing } from './request'

/** The loaded table, as the page shows it. */
export interface DataSummary {
  readonly origin: 'sample' | 'file' | 'toy'
  /** The sample's name, the file's name without its folder, or the toy data set's reference. */
  readonly name: string
  /** Parameters of a toy dataset. */
  readonly toy?: ToySource
  readonly sha256: string
  readonly rows: number
  readonly columns: readonly ColumnSummary[]
  /** Format in which it was read, given or detected; and the requested options of a table that can be read again. */
  readonly format: ReadFormat
  readonly reading?: ReadingRequest
  readonly notes: readonly Note[]
}

/** The table after the settings were applied: what the network is fed. */
export interface PreparedSummary {
  readonly trainRows: number
  readonly validationRows: number
  readonly testRows: number
  readonly droppedRows: number
  /** Names of the network's inputs, in order: a column's own, `column=value`, or `column is missing`. */
  readonly inputs: readonly string[]
  /** Classification: the classes in order, with how many rows each has, and what each counts in the loss where that is not 1. */
  readonly classes?: readonly ClassCount[]
  readonly classWeights?: readonly number[]
  /** Labels: how many rows say yes to each. */
  readonly labels?: readonly ClassCount[]
  readonly notes: readonly Note[]
}

const place = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A block of cells: so many rows from one on, of so many columns from one on. */
export const cellBlockSchema = v.strictObject({
  from: place,
  count: v.pipe(place, v.maxValue(1000)),
  firstColumn: place,
  columns: v.pipe(place, v.maxValue(500))
})
export type CellBlock = v.InferOutput<typeof cellBlockSchema>

/** Uses of a row, by the number in `uses`. */
export const rowUses = ['unused', 'train', 'test', 'validation'] as const

/** Marks of a cell, by the number in `marks`. */
export const cellMarks = ['plain', 'missing', 'unusable'] as const

export interface CellPage {
  readonly from: number
  readonly firstColumn: number
  readonly columns: number
  /** The line of the file on which each row begins. */
  readonly lines: Int32Array
  /** The use of each row, by its place in `rowUses`. */
  readonly uses: Uint8Array
  /** Row by row, as in the file. */
  readonly cells: readonly string[]
  /** One a cell, by its place in `cellMarks`. */
  readonly marks: Uint8Array
}

/** A column closely: its figures, how often what occurs in it, and how it goes together with each target. */
export interface ColumnProfile extends ColumnSummary {
  readonly distribution: Distribution
  readonly associations: readonly (Association & { readonly target: string })[]
}

/** One axis of a scatter plot: numbers, or the numbers of texts among `labels`. */
export interface ScatterAxis {
  readonly values: Float64Array
  readonly labels: readonly string[] | null
}

export interface ScatterPoints {
  readonly x: ScatterAxis
  readonly y: ScatterAxis
  /**
   * Values that determine the colours of the points: the target's values, or the numbers of its classes among `labels`; NaN where there is
   * none.
   */
  readonly target: ScatterAxis
  readonly lines: Int32Array
  readonly uses: Uint8Array
  /** Number of rows with both values; where there are more than points, the points are a random sample. */
  readonly rows: number
}

/** Stages of loading a file: reading, counting columns. */
export type LoadStage = 'reading' | 'counting'

/** Progress of reading a file. */
export interface LoadProgress {
  readonly stage: LoadStage
  readonly name: string
  /** Bytes read, or columns counted. */
  readonly bytes: number
  /** Of how many; 0 where it is not known. */
  readonly total: number
  readonly rows: number
}

/** A file that was read and found to be good: a table, or one of this program's own. */
/** A file that is looked at on a page of its own, and takes the place of nothing. */
export type ShownFile =
  | { readonly kind: 'case'; readonly name: string; readonly text: string }
  | {
      readonly kind: 'program'
      readonly name: string
      readonly text: string
      readonly inputs: Readonly<Record<string, number | readonly (readonly number[])[]>>
    }

export type FoundFile =
  | { readonly kind: 'table'; readonly name: string; readonly rows: number; readonly columns: number }
  | { readonly kind: 'settings' | 'weights' | 'experiment'; readonly name: string }
  | ShownFile

const found = answers<FoundFile>()

/** Opening tables, and looking at their cells. */
export const dataRequests = {
  // What is open stays open while another file is read; `openFound` puts it in its place.
  readSample: found(v.object({ name: v.string() })),
  /** Progress is reported in `loadProgress` events; reading ends with `data.cancelled` when it is cancelled. */
  readFile: found(v.object({ grant })),
  /** A table that was pasted; `name` is what it is called as a file. */
  readText: found(v.object({ text: v.string(), name: v.pipe(v.string(), v.maxLength(200)) })),
  /** Reads the open file, or the one refused last, in another way. Settings stay where they fit. */
  readAgain: found(v.object({ which: v.picklist(['open', 'refused']), reading: readingSchema })),
  /** Opens the file that was read last, in place of what is open. */
  openFound: command(nothing),
  /** Ends the reading, and drops a file that was read and not opened. */
  cancelLoad: command(nothing),
  /** Cells as they stand in the file. */
  cells: answers<CellPage>()(cellBlockSchema),
  columnProfiles: answers<readonly ColumnProfile[]>()(v.object({ names: v.pipe(v.array(v.string()), v.maxLength(100)) })),
  scatterPoints: answers<ScatterPoints>()(v.object({ x: v.string(), y: v.string() })),
  /** The row, from 0, that begins on a line of the file. */
  rowOnLine: answers<number>()(v.object({ line: v.pipe(v.number(), v.integer()) })),
  /** Every constant of the preparation, as learned from the training rows; null where the settings do not fit. */
  pipeline: answers<Pipeline | null>()(nothing)
}
