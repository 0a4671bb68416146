import type { History, Note, TaskProgress, WireError } from '#core'
import type { EngineChoice, Tier } from '../engine'
import type { SampleInfo } from '../samples'
import { batchLossRequests } from './batch-losses'
import { checkRequests } from './check'
import { collectRequests, type CollectProgress, type StudentPython } from './collect'
import { dataRequests, type LoadProgress } from './data'
import { doctorRequests } from './doctor'
import { fileRequests } from './files'
import { graphRequests } from './graph'
import { insideRequests } from './inside'
import { labRequests } from './lab'
import { labDeskRequests, type LabInHand } from './lab-desk'
import { learnedRequests } from './learned'
import { metricsRequests } from './metrics'
import { networkRequests } from './network'
import { predictRequests } from './predict'
import { answers, nothing } from './request'
import { runRequests } from './run'
import { sampleRequests } from './sample'
import type { StartProblem } from './start-problem'
import type { ExperimentState, Preparing, ProgressEvent, StateEvent } from './state'
import { toyRequests } from './toys'
import { walkRequests } from './walk'

/** The backend of runs, and why it was chosen. */
export interface EngineInfo {
  readonly tier: Tier
  /** At most so many, the process's own included; and how many the machine can run at once. */
  readonly threads: number
  readonly cores: number
  /** Numbers of a product that are computed at once, as measured fastest here: rows × columns of float32. Null without kernels. */
  readonly tile: string | null
  /** Value of the environment variable BACKPROP_LAB_ENGINE, which overrides the preferences; null where it is not set. */
  readonly forced: EngineChoice | null
  /** Why it is nothing faster, where it could have been. */
  readonly notes: readonly Note[]
}

export interface EngineHello {
  readonly version: string
  readonly samples: readonly SampleInfo[]
  readonly state: ExperimentState
  /** The whole history of its run. */
  readonly history: History
  /** Whether the state was read back from the last session. */
  readonly restored: boolean
  /** Files kept for this start that could not be read. */
  readonly startProblems: readonly StartProblem[]
  /** Why the session could not be saved the last time; null where it was, or nothing had to be. */
  readonly saveProblem: WireError | null
  /** The lab that is worked on, whose locks hold from then on; null where there is none. */
  readonly lab: LabInHand | null
}

export const engineRequests = {
  /** The first request on a new port. */
  hello: answers<EngineHello>()(nothing),
  engineInfo: answers<EngineInfo>()(nothing),
  /** Answered at once, unless the process does nothing but one computation. */
  ping: answers<null>()(nothing),
  ...dataRequests,
  ...toyRequests,
  ...fileRequests,
  ...runRequests,
  ...networkRequests,
  ...learnedRequests,
  ...sampleRequests,
  ...batchLossRequests,
  ...metricsRequests,
  ...insideRequests,
  ...predictRequests,
  ...doctorRequests,
  ...checkRequests,
  ...walkRequests,
  ...graphRequests,
  ...labRequests,
  ...labDeskRequests,
  ...collectRequests
}

export type EngineRequests = typeof engineRequests
export type EngineRequestName = keyof EngineRequests

export interface EngineEvents {
  readonly progress: ProgressEvent
  readonly state: StateEvent
  readonly checkProgress: TaskProgress
  /** A walk that takes long; null when there is none any more. */
  readonly walkProgress: TaskProgress | null
  readonly loadProgress: LoadProgress
  /** Long work in progress; null when there is none. */
  readonly preparing: Preparing | null
  readonly collectProgress: CollectProgress
  readonly studentPython: StudentPython
  /** Why the session cannot be saved, at each attempt; null once it is saved. */
  readonly saveProblem: WireError | null
}

/** A request on the port. */
export interface EngineRequestMessage {
  readonly id: number
  readonly name: string
  readonly args: unknown
  /** The id of the run that the page shows; null where it shows none. */
  readonly run: string | null
}

/** Messages of the engine process on the port. */
export type EngineMessage =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: WireError }
  | { [Name in keyof EngineEvents]: { readonly event: Name; readonly payload: EngineEvents[Name] } }[keyof EngineEvents]
