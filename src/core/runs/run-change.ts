import * as v from 'valibot'
import { liveKeys, type LiveKey } from '../settings/change'

/** A live setting that was changed while a run went on. */
export interface RunChange {
  /** Epochs, and steps, done before it took effect. */
  readonly epoch: number
  readonly step: number
  readonly key: LiveKey
  readonly from: unknown
  readonly to: unknown
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** The schema of a `RunChange`. */
export const runChangeSchema = v.object({ epoch: count, step: count, key: v.picklist(liveKeys), from: v.unknown(), to: v.unknown() })
