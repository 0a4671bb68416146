import type { MachineFactory, ReadingRequest, Settings, SettingsFile, SavedRun } from '#core'
import type { ArgsOf, EngineEvents, EngineRequestName, EngineRequests, ReplyOf } from '#shared/contract'
import type { DatasetLoader, OpenedData } from '../data/dataset-loader'
import type { Experiment } from '../run/experiment'
import type { GradientChecker } from '../run/gradient-checker'
import type { Runner } from '../run/runner'
import type { Autosave } from '../store/autosave'
import type { ClassSettings } from '../store/class-settings'
import type { Walks } from '../walks/walks'
import type { DataContext, RunContext } from './run-context'

/** A handler for each request of the page. */
export type EngineHandlers = {
  readonly [Name in EngineRequestName]: (
    args: ArgsOf<EngineRequests[Name]>
  ) => ReplyOf<EngineRequests[Name]> | Promise<ReplyOf<EngineRequests[Name]>>
}

/** Sends an event to the page. */
export type SendEvent = <Name extends keyof EngineEvents>(event: Name, payload: EngineEvents[Name]) => void

/** The context that queries are answered from. */
export interface QueryContext {
  readonly experiment: Experiment
  readonly walks: Walks
  data(): DataContext
  /** The run, once it could begin. Throws: request.not-ready, where there is none. */
  run(): Promise<RunContext>
}

/** The context that commands act on: the experiment that is open, and what belongs to it. */
export interface HandlerContext extends QueryContext {
  readonly loader: DatasetLoader
  readonly checker: GradientChecker
  readonly autosave: Autosave
  readonly classSettings: ClassSettings
  /** Makes the machines that train. */
  readonly machine: MachineFactory
  readonly send: SendEvent

  /** Opens a table with settings, suggested ones unless given; resolves as `settled`. */
  openData(data: OpenedData, settings?: Settings): Promise<null>
  /** Opens the table that settings are for with them; resolves as `settled`. Throws: request.settings-data; data. */
  openSettings(file: SettingsFile, folder?: string, reading?: ReadingRequest): Promise<null>
  /** Replaces the experiment that is open. */
  replace(data: OpenedData, settings: Settings, run?: SavedRun): void
  /** Throws: spec, where the lab that is worked on does not allow settings in place of the present ones. */
  requireAllowed(settings: Settings): void
  /** Tests the backend before any step is taken, and before anything changes that would have to be done again on another one. */
  testEngine(): void
  /** The run, on a tested backend, once the rows are prepared. Throws: request.not-ready, where there is none. */
  tested(): Promise<Runner>
  /** Throws: request.not-ready, where there is none yet. */
  requireRunner(): Runner
  /** Sends the new state and has it saved; resolves when it was sent. */
  changed(): Promise<null>
  /** The same after a moment in which most rows are prepared; a later `state` event reports what is not. */
  settled(): Promise<null>
  /** The path that a grant stands for; it is good for one use. Throws: request.unknown-grant. */
  pathOf(grant: string, mode: 'read' | 'write'): string
}
