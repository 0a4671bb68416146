import * as v from 'valibot'
import type { Moment } from './moment'
import { aboutRun, answers, index } from './request'

export const sampleSides = ['train', 'test', 'validation'] as const

/** A row by its side of the split and its index there, from 0. */
export const samplePlaceSchema = v.strictObject({ side: v.picklist(sampleSides), index })

export type SamplePlace = v.InferOutput<typeof samplePlaceSchema>

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

/** The query of a row. */
export const sampleRequests = aboutRun({
  viewSample: answers<SampleView>()(v.strictObject({ sample: samplePlaceSchema }))
})
