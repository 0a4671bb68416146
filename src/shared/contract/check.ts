import * as v from 'valibot'
import { checkPresetNames, mistakeNames, type EpsilonSweep, type GradientCheckReport } from '#core'
import { aboutRun, answers, command, index, nothing } from './request'

/** A gradient check as the page receives it. */
export interface CheckReport extends GradientCheckReport {
  /** The epoch whose weights were checked. */
  readonly epoch: number
  readonly seconds: number
}

const sweepSchema = v.strictObject({
  tensor: v.pipe(v.string(), v.maxLength(20)),
  /** One element of it, from 0; a sample of the tensor unless given. */
  element: v.nullable(v.strictObject({ row: index, column: index }))
})

export type SweepQuestion = v.InferOutput<typeof sweepSchema>

export interface SweepView extends EpsilonSweep {
  readonly epoch: number
}

/** The gradient check. */
export const checkRequests = aboutRun({
  /**
   * Checks the gradients on the first mini-batch, with the weights as they are: every parameter, or of a large network a sample (the
   * report's `scope` tells). Progress as `checkProgress` events, which count directions too.
   */
  checkGradients: answers<CheckReport>()(
    v.object({
      /** Outside `epsilonRange` it is refused. */
      epsilon: v.number(),
      preset: v.optional(v.picklist(checkPresetNames), 'strict'),
      planted: v.optional(v.nullable(v.picklist(mistakeNames)), null)
    })
  ),
  cancelCheck: command(nothing),
  sweepEpsilon: answers<SweepView>()(sweepSchema)
})
