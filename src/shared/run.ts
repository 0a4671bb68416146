import * as v from 'valibot'
import { runChangeSchema, settingsSchema, stopReasons, type RunChange, type RunStatus, type StopReason, type WireError } from '#core'

/** The units in which the run controls step. */
export const stepUnits = ['batch', 'epoch'] as const
export type StepUnit = (typeof stepUnits)[number]

export interface RunState {
  /** Names the run in requests about it; another one whenever the network is built anew. */
  readonly id: string
  readonly status: RunStatus
  /** Epochs done. */
  readonly epoch: number
  /** Steps (mini-batches) done. */
  readonly step: number
  /** Time spent training, in seconds. */
  readonly seconds: number
  /** The live changes on the way, in their order. */
  readonly changes: readonly RunChange[]
  /** Why it ended before its last epoch, where it did. */
  readonly stopped?: StopReason
  /** The epoch whose weights are the result, where those of the best epoch are kept. */
  readonly resultEpoch?: number
  /** Why it failed. */
  readonly failure?: WireError
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A place of a run, by all that it came by: the settings there, the live changes on the way, and what else was reported of it. */
export const coveredSchema = v.pipe(
  v.object({
    settings: settingsSchema,
    run: v.object({
      step: count,
      seconds: v.pipe(v.number(), v.minValue(0)),
      changes: v.array(runChangeSchema),
      stopped: v.optional(v.picklist(stopReasons))
    })
  }),
  v.check(({ settings, run }) => run.changes.every(({ key, from }) => v.is(settingsSchema, { ...settings, [key]: from })))
)
export type Covered = v.InferOutput<typeof coveredSchema>
