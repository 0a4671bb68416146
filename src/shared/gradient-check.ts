import * as v from 'valibot'
import { checkPresetNames, type GradientCheckReport } from '#core'
import { sweepSchema, type SweepView } from '#shared/insights'
import { aboutRun, answers, command, nothing } from './request'

/** A gradient check as the page receives it. */
export interface CheckReport extends GradientCheckReport {
  /** The epoch whose weights were checked. */
  readonly epoch: number
  readonly seconds: number
}

/** The gradient check. */
export const checkRequests = aboutRun({
  /**
   * Checks the gradients on the first mini-batch, with the weights as they are: every parameter, or of a large network a sample (the
   * report's `scope` tells). Progress as `checkProgress` events, which count directions too.
   */
  checkGradients: answers<CheckReport>()(
    v.object({ epsilon: v.pipe(v.number(), v.minValue(1e-9), v.maxValue(1)), preset: v.optional(v.picklist(checkPresetNames), 'strict') })
  ),
  cancelCheck: command(nothing),
  sweepEpsilon: answers<SweepView>()(sweepSchema)
})
