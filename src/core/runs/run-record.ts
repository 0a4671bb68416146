import type { GradientCheckReport } from '../check/report'
import type { ReadFormat } from '../data/read-options'
import type { ReadingRequest } from '../settings/reading-schema'
import type { RowSample } from '../data/row-sample'
import type { WireError } from '../messages/app-error'
import type { Note } from '../messages/catalogue'
import type { NetworkSpec } from '../network/spec'
import type { LossSpec } from '../nn/losses'
import type { Pipeline } from '../preparation/pipeline'
import type { Settings } from '../settings/settings'
import type { ToySource } from '../toys/reference'
import type { History } from '../train/history'
import type { StopReason } from '../train/stopping'
import type { TrainerState } from '../train/trainer-state'
import type { RunChange } from './run-change'

/**
 * The data a run was made with: the sample's name, the file's without its folder, or the toy data set's reference; and the SHA-256
 * of its bytes in hex.
 */
export interface DataIdentity {
  readonly origin: 'sample' | 'file' | 'toy'
  readonly name: string
  readonly sha256: string
}

/** The same, with all that reads or makes the data again. */
export interface DataSourceRecord extends DataIdentity {
  /** Parameters of a toy dataset. */
  readonly toy?: ToySource
  /** The options the file was asked to be read with. */
  readonly reading?: ReadingRequest
}

/** Which program made a file: the app's version, and the build of the arithmetic that its bits depend on. */
export interface Build {
  readonly app: string
  readonly engine: string
}

/** The number of rows on each side of the split, and of those left out. */
export interface RowCounts {
  readonly train: number
  readonly test: number
  readonly validation: number
  readonly dropped: number
}

export type RunStatus = 'idle' | 'running' | 'paused' | 'finished' | 'failed'

/** Where training met a number that is not finite. */
export interface Divergence {
  readonly step: number
  readonly layer: number
  readonly tensor: string
}

/**
 * A run: what it follows from, how far it came and how it ended. Every stored form (session, experiment.json, summary.json, the
 * description of weights, a settings file, runs kept for comparison) holds a part of it, written and read by a codec in `formats`.
 */
export interface RunRecord {
  readonly data: DataSourceRecord
  /** Format in which the file was read, and the sample of its rows; null for all. */
  readonly format: ReadFormat & { readonly sample: RowSample | null }
  readonly settings: Settings
  readonly pipeline: Pipeline
  readonly network: NetworkSpec
  /** The loss as prepared, with its class weights. */
  readonly loss: LossSpec
  readonly rows: RowCounts
  readonly build: Build
  /** The backend it ran on, which does not affect the results. */
  readonly backend?: { readonly tier: string; readonly threads: number }
  readonly status: RunStatus
  readonly step: number
  /** Entry 0 is the untrained network; empty where training failed before it. */
  readonly history: History
  /** The live changes, in their order. */
  readonly changes: readonly RunChange[]
  /** Time spent training. */
  readonly seconds: number
  /** The rule that ended it before its last epoch. */
  readonly stopped?: StopReason
  /** The epoch whose weights are the result, where those of the best epoch are kept; the last one otherwise. */
  readonly resultEpoch?: number
  readonly failure?: WireError
  readonly divergence?: Divergence
  /** The gradient check with the result's weights; null where the run did not come to it. */
  readonly check: Pick<GradientCheckReport, 'passed' | 'failed' | 'kinks' | 'tooSmall' | 'unreliable' | 'worstRelative' | 'scope'> | null
}

/** The part of a run that it continues from with its very next step. */
export interface SavedRun extends Pick<RunRecord, 'status' | 'seconds' | 'stopped' | 'failure'> {
  readonly state: TrainerState
  /** The builds of the arithmetic that trained it so far, in order. */
  readonly builds?: readonly string[]
  readonly changes?: readonly RunChange[]
  /** Notices about the way it came here; not stored. */
  readonly notes?: readonly Note[]
}

/** The number of epochs done: the history's entry 0 is the untrained network. */
export function epochsOf({ trainLoss }: History): number {
  return Math.max(0, trainLoss.length - 1)
}
