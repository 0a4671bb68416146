import * as v from 'valibot'
import type { Note, TrainingRanges, UnitSum } from '#core'
import { aboutRun, answers, index } from './request'
import { samplePlaceSchema } from './sample'

const predictSchema = v.strictObject({
  sample: v.variant('kind', [
    v.strictObject({ kind: v.literal('row'), place: samplePlaceSchema }),
    v.strictObject({
      kind: v.literal('typed'),
      /** By the feature's name. */
      cells: v.record(v.pipe(v.string(), v.maxLength(1000)), v.pipe(v.string(), v.maxLength(1000)))
    })
  ]),
  /** The unit whose sum is wanted: the layer from 0, the first hidden one. */
  unit: v.nullable(v.strictObject({ layer: index, unit: index }))
})

export type PredictQuestion = v.InferOutput<typeof predictSchema>

/** The network's answer for one target. */
export type PredictedTarget =
  | {
      readonly kind: 'classes'
      readonly name: string
      readonly answer: string
      readonly probabilities: readonly { readonly name: string; readonly value: number }[]
    }
  /** A number in the data's own units. */
  | { readonly kind: 'number'; readonly name: string; readonly value: number }

export interface PredictionView {
  readonly epoch: number
  /** The row's cells by feature, and the truth by target, where a row was picked. */
  readonly cells: Readonly<Record<string, string>> | null
  readonly truth: readonly string[] | null
  readonly line: number | null
  /** Inputs of the network, one number each. */
  readonly inputs: Float64Array
  readonly layers: readonly { readonly z: Float64Array; readonly a: Float64Array }[]
  readonly targets: readonly PredictedTarget[]
  /** The sum of the unit that was asked for. */
  readonly unit: UnitSum | null
  readonly notes: readonly Note[]
  /** Ranges that the features were trained on, in their order, where a sample was typed. */
  readonly ranges: TrainingRanges | null
}

/** The query of a prediction. A later query of the same kind cancels the one before. */
export const predictRequests = aboutRun({
  predict: answers<PredictionView>()(predictSchema)
})
