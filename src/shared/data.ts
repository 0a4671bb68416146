import * as v from 'valibot'
import { type Association, type ColumnSummary, type Distribution } from '#core'

/** Requests of the page about a loaded table, and their results. */

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
