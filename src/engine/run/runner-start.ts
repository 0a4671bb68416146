import type { Note, RunStatus, StopReason, WireError } from '#core'

/** The state in which a run is taken up. */
export interface RunnerStart {
  readonly status: RunStatus
  readonly seconds: number
  readonly failure?: WireError
  /** The arithmetics that trained it up to here, by their names in saved runs, in order. */
  readonly builds?: readonly string[]
  /** The reason it ended before its last epoch, where it did. */
  readonly stopped?: StopReason
  /** Notices about the way it came here. */
  readonly notes?: readonly Note[]
}
