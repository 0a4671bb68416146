import type { SavedRun, Settings } from '#core'
import type { Preparing } from '#shared/contract'
import type { Backend } from '../../node/kernels/choose-backend'
import type { OpenedData } from '../data/dataset-loader'
import type { RunnerEvents } from './runner-events'
import type { TriedSettings } from './tried-settings'

/** The events of an experiment besides those of its run. */
export interface ExperimentEvents extends RunnerEvents {
  /** Reports the progress of long work before a run; null when it is over. */
  preparing(progress: Preparing | null): void
}

export interface ExperimentOptions {
  readonly data: OpenedData
  readonly settings: Settings
  readonly events: ExperimentEvents
  readonly backend: Backend
  /** The run to go on with; a new one unless given. */
  readonly saved?: SavedRun
  /** The id of the run where the page knows it already. */
  readonly runId?: string
  /** The settings tried before on these data; none unless given. */
  readonly tried?: TriedSettings
}
