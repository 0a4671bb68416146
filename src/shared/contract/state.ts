import type { History, LossKind, Metric, NetworkSpec, Settings, WireError } from '#core'
import type { DataSummary, PreparedSummary } from './data'
import type { RunState } from './run'

/** The whole of what the page shows about the experiment; sent complete whenever something other than progress changes. */
export interface LabState {
  readonly data: DataSummary
  readonly settings: Settings
  readonly prepared: PreparedSummary | null
  /** Why the settings cannot be used with these data, when `prepared` is null. */
  readonly problem: WireError | null
  readonly network: NetworkSpec | null
  readonly parameterCount: number
  /** The losses that fit the target, and the metric's name. */
  readonly usableLosses: readonly LossKind[]
  readonly metric: Metric
  readonly run: RunState
  /** One number an epoch, from epoch 0 (before the first step) on. NaN where there is none (no test rows). */
  readonly history: History
}

/** New epochs since the last event, at most one event a display frame. */
export interface ProgressEvent {
  readonly run: RunState
  /** The epoch of the first entry of `history`; everything from there on is replaced. */
  readonly from: number
  readonly history: History
}
