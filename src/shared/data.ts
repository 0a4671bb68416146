import * as v from 'valibot'
import {
  byName,
  columnKinds,
  encodings,
  raggedRows,
  separators,
  type Association,
  type ColumnSummary,
  type Distribution,
  type ReadOptions
} from '#core'

/** What the page asks of a loaded table, and is answered. */

const shortText = v.pipe(v.string(), v.maxLength(1000))

/** How a file is to be read; what is not given is found in it. */
const readOptionsSchema = v.pipe(
  v.strictObject({
    encoding: v.optional(v.picklist(encodings)),
    separator: v.optional(v.picklist(separators)),
    decimal: v.optional(v.picklist(['.', ','])),
    header: v.optional(v.boolean()),
    ragged: v.optional(v.picklist(raggedRows)),
    missing: v.optional(v.pipe(v.array(shortText), v.maxLength(1000))),
    kinds: v.optional(byName(v.picklist(columnKinds)))
  }),
  v.transform((options): ReadOptions => options)
)

/** Only some rows of a file: the first, or as many drawn at random by a seed. */
const sampleSchema = v.strictObject({
  rows: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e9)),
  how: v.picklist(['first', 'random']),
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4_294_967_295)))
})
export type RowSample = v.InferOutput<typeof sampleSchema>

/** What a reading is asked for beyond the file itself. */
export const readingSchema = v.strictObject({ options: readOptionsSchema, sample: v.optional(sampleSchema) })
export type Reading = v.InferOutput<typeof readingSchema>

const place = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A block of cells: so many rows from one on, of so many columns from one on. */
export const cellBlockSchema = v.strictObject({
  from: place,
  count: v.pipe(place, v.maxValue(1000)),
  firstColumn: place,
  columns: v.pipe(place, v.maxValue(500))
})
export type CellBlock = v.InferOutput<typeof cellBlockSchema>

/** What a row is used for, by the number that stands in `uses`. */
export const rowUses = ['unused', 'train', 'test', 'validation'] as const

/** What is to be said of a cell, by the number that stands in `marks`. */
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
  /** What the points are coloured by: the target's values, or the numbers of its classes among `labels`; NaN where there is none. */
  readonly target: ScatterAxis
  readonly lines: Int32Array
  readonly uses: Uint8Array
  /** How many rows have both values; where they are more than the points, the points were drawn from them at random. */
  readonly rows: number
}

/** What is done with a file: read, its columns counted. */
export type LoadStage = 'reading' | 'counting'

/** How far a file has been read. */
export interface LoadProgress {
  readonly stage: LoadStage
  readonly name: string
  /** Bytes read, or columns counted. */
  readonly bytes: number
  /** Of how many; 0 where it is not known. */
  readonly total: number
  readonly rows: number
}
