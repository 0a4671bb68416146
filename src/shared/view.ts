import * as v from 'valibot'
import type { ActivationName, BatchLosses, RowPredictions, PicturedLayer, UnitSum } from '#core'

/**
 * Requests of the page about a network while it learns, at display rate and only for visible parts. Results are computed from the current
 * weights, only on demand.
 */

const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))

export const sampleSides = ['train', 'test', 'validation'] as const

/** A row by its side of the split and its place there, from 0. */
export const samplePlaceSchema = v.strictObject({ side: v.picklist(sampleSides), index: place })
export type SamplePlace = v.InferOutput<typeof samplePlaceSchema>

/** An input that is held at a value, in the data's own units. */
const heldSchema = v.strictObject({ input: place, value: v.pipe(v.number(), v.finite()) })

export const viewNetworkSchema = v.strictObject({
  sample: samplePlaceSchema,
  /** Units a layer is drawn with at most. */
  room: v.pipe(place, v.minValue(3), v.maxValue(200))
})

export const viewUnitSchema = v.strictObject({
  sample: samplePlaceSchema,
  /** From 0, the first hidden layer. */ layer: place,
  unit: place
})

export const viewPlaneSchema = v.strictObject({
  x: place,
  /** None: a curve along x. */
  y: v.nullable(place),
  /** Inputs that are not held at the mean of the training rows. */
  held: v.pipe(v.array(heldSchema), v.maxLength(10_000)),
  /** Which target, of several. */
  target: place,
  /** Cells along one side, at most; a large network is asked at fewer. */
  cells: v.pipe(place, v.minValue(8), v.maxValue(400))
})
export type PlaneQuestion = v.InferOutput<typeof viewPlaneSchema>

export const viewPointsSchema = v.strictObject({ x: place, y: place, target: place })
export const viewHiddenSchema = v.strictObject({ layer: place, x: place, y: place })
export const viewAnswersSchema = v.strictObject({ target: place })

/** When an answer was made, and how long it took the engine. */
export interface Moment {
  readonly epoch: number
  readonly milliseconds: number
}

export interface NetworkView extends Moment {
  /** The input, then every layer. */
  readonly layers: readonly PicturedLayer[]
}

export interface UnitView extends Moment, UnitSum {
  readonly activation: ActivationName
  /** Its probability as one of the classes, where the outputs are scores. */
  readonly probability: number | null
}

/** The ends of an axis, in the data's own units. */
export interface ViewAxis {
  readonly low: number
  readonly high: number
  readonly count: number
}

export interface PlaneView extends Moment {
  readonly x: ViewAxis
  readonly y: ViewAxis | null
  /** Row by row from the top; along a curve from x's low end. */
  readonly answers: RowPredictions
}

/** Rows as points. Of very many rows a part is drawn by a fixed seed; it is the same part in every answer. */
export interface PointsView {
  /** In the data's own units. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** The true answers: the number of the class, or the value in the data's own units. */
  readonly truth: Float64Array
  /** The names of the classes, or of no and yes; null for numbers. */
  readonly names: readonly string[] | null
  /** By their places in `sampleSides`. */
  readonly sides: Uint8Array
  /** The place of each on its side. */
  readonly indices: Int32Array
  /** Lines of the file. */
  readonly lines: Int32Array
  /** Of all rows on both sides. */
  readonly rows: number
}

/** Two units of a layer for each point of PointsView. */
export interface HiddenView extends Moment {
  readonly x: Float32Array
  readonly y: Float32Array
}

/** The answer for each point of PointsView. */
export interface AnswersView extends Moment {
  readonly answers: RowPredictions
}

export interface BatchLossesView extends Moment, BatchLosses {}

/** One row closely. */
export interface SampleView extends Moment {
  readonly line: number
  /** Its inputs, in the data's own units. */
  readonly inputs: Float64Array
  /** The number of its class, or of yes, or its value; one a target. */
  readonly truths: Float64Array
  /** The probability of each class or label, or the value that is predicted for each target. */
  readonly answers: Float64Array
}

/** Default inputs: the means of the training rows, in the data's own units, and the range of all rows. */
export interface InputsView {
  readonly names: readonly string[]
  readonly means: Float64Array
  readonly lows: Float64Array
  readonly highs: Float64Array
  /** Whether each is 0 or 1. */
  readonly marks: readonly boolean[]
  /** Relevance of each input alone to the target, from 0 to 1. */
  readonly telling: Float64Array
}
