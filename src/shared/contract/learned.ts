import * as v from 'valibot'
import type { RowPredictions } from '#core'
import type { Moment } from './moment'
import { aboutRun, answers, index, nothing } from './request'

/** An input that is held at a value, in the data's own units. */
const heldSchema = v.strictObject({ input: index, value: v.pipe(v.number(), v.finite()) })

const viewPlaneSchema = v.strictObject({
  x: index,
  /** None: a curve along x. */
  y: v.nullable(index),
  /** Inputs that are not held at the mean of the training rows. */
  held: v.pipe(v.array(heldSchema), v.maxLength(10_000)),
  /** Which target, of several. */
  target: index,
  /** Cells along one side, at most; a large network is asked at fewer. */
  cells: v.pipe(index, v.minValue(8), v.maxValue(400))
})

export type PlaneQuestion = v.InferOutput<typeof viewPlaneSchema>

const viewPointsSchema = v.strictObject({ x: index, y: index, target: index })

const viewHiddenSchema = v.strictObject({ layer: index, x: index, y: index })

const viewAnswersSchema = v.strictObject({ target: index })

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

/** The queries of what the network has learned, at display rate and only for visible parts, from the current weights. */
export const learnedRequests = aboutRun({
  viewInputs: answers<InputsView>()(nothing),
  viewPlane: answers<PlaneView>()(viewPlaneSchema),
  viewPoints: answers<PointsView>()(viewPointsSchema),
  viewAnswers: answers<AnswersView>()(viewAnswersSchema),
  viewHidden: answers<HiddenView>()(viewHiddenSchema)
})
