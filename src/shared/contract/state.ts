import type { History, LossKind, Metric, NetworkSpec, Settings, WireError } from '#core'
import type { DataSummary, PreparedSummary } from './data'
import type { RunState } from './run'

/** The work under way between new data or settings and a run that can begin: rows are prepared, then the untrained network is evaluated. */
export interface Preparing {
  readonly stage: 'preparing' | 'evaluating'
  /** Completed fraction, 0 to 1, and remaining time in seconds; null where unknown. */
  readonly part: number | null
  readonly left: number | null
}

/** All that the page shows of the experiment but the history; sent whenever something other than progress changes. */
export interface ExperimentState {
  readonly data: DataSummary
  readonly settings: Settings
  /** Null where the settings cannot be used with these data, and while the rows are prepared. */
  readonly prepared: PreparedSummary | null
  /** Why the settings cannot be used with these data. */
  readonly problem: WireError | null
  readonly network: NetworkSpec | null
  readonly parameterCount: number
  /** The losses that fit the target, and the metric's name. */
  readonly usableLosses: readonly LossKind[]
  readonly metric: Metric
  readonly run: RunState
}

/** A part of a run's history, as it was added to. */
export interface HistoryPart {
  /** The epoch of the first entry; everything from there on is replaced. */
  readonly from: number
  /** One number an epoch, from epoch 0 (before the first step) on. NaN where there is none (no test rows). */
  readonly history: History
}

/** The state, and the epochs that were added since the last event: all of them only of a run that is new to the page. */
export interface StateEvent extends HistoryPart {
  readonly state: ExperimentState
}

/** New epochs since the last event, at most one event a display frame. */
export interface ProgressEvent extends HistoryPart {
  readonly run: RunState
}
