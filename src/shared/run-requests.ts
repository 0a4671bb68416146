import * as v from 'valibot'
import { settingsSchema } from '#core'
import { aboutRun, command, nothing } from './request'
import { coveredSchema, stepUnits } from './run'

/** The settings, and the controls of the run. */
export const runRequests = aboutRun({
  /**
   * New settings. What can change while training goes on (learning rate, batch size, l2, epochs) does; the rest rebuilds the network
   * from its seed and clears the run. The page asks the user first. With many rows the answer comes before they are made ready; a `state`
   * event tells when they are.
   */
  changeSettings: command(v.object({ settings: settingsSchema })),

  /** Ends what `preparing` events tell of. The next change of settings, be it none, begins with it anew. */
  cancelPreparing: command(nothing),

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
