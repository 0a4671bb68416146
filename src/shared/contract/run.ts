import type { LiveKey, StopReason, WireError } from '#core'

export type RunStatus = 'idle' | 'running' | 'paused' | 'finished' | 'failed'

/** What a step of the run controls covers. */
export const stepUnits = ['batch', 'epoch'] as const
export type StepUnit = (typeof stepUnits)[number]

/** A setting that was changed while a run went on. */
export interface RunChange {
  /** Epochs, and steps, done before it took effect. */
  readonly epoch: number
  readonly step: number
  readonly key: LiveKey
  readonly from: unknown
  readonly to: unknown
}

export interface RunState {
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
