import * as v from 'valibot'
import { runChangeSchema, settingsSchema, stopReasons, type RunChange, type RunStatus, type StopReason, type WireError } from '#core'
import { aboutRun, command, nothing } from './request'

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

/** The settings, which make a run, and the controls of the run. */
export const runRequests = {
  /**
   * New settings. What can change while training goes on (learning rate, batch size, l2, epochs) does; the rest rebuilds the network
   * from its seed and clears the run. The page asks the user first. With many rows the answer comes before they are made ready; a `state`
   * event tells when they are.
   */
  changeSettings: command(v.object({ settings: settingsSchema })),

  /** Ends what `preparing` events tell of. The next change of settings, be it none, begins with it anew. */
  cancelPreparing: command(nothing),

  ...aboutRun({
    /** Trains until `settings.epochs`. */
    run: command(nothing),
    pause: command(nothing),
    stepEpoch: command(nothing),
    /** One mini-batch, and the evaluation where it ends an epoch. */
    stepBatch: command(nothing),
    /** Back to before the last step, or to the last epoch's end, by the way the run came; it counts as running until it is there. */
    stepBack: command(v.object({ unit: v.picklist(stepUnits) })),
    /**
     * Brings a run to where the page saw it last, with the live changes on the way, after its process ended: the same bits. It counts as
     * running until it is there.
     */
    retrace: command(coveredSchema),
    /** Back to epoch 0 and the very same weights. */
    rewind: command(nothing),
    /** Another seed for the initial weights and the order of rows (the split stays), and back to epoch 0. */
    newSeed: command(nothing)
  })
}
