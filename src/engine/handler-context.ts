import type { MachineFactory, Prepared, Settings, SettingsFile, Table } from '#core'
import type { ArgsOf, EngineEvents, EngineRequestName, EngineRequests, ExperimentState, ReplyOf } from '#shared/contract'
import type { Autosave } from './autosave'
import type { Checker } from './check'
import type { ClassSettings } from './class-settings'
import type { DatasetLoader, OpenedData } from './dataset-loader'
import type { Experiment, SavedRun } from './experiment'
import type { Runner } from './runner'

/** An answer for each request of the page. */
export type EngineHandlers = {
  readonly [Name in EngineRequestName]: (
    args: ArgsOf<EngineRequests[Name]>
  ) => ReplyOf<EngineRequests[Name]> | Promise<ReplyOf<EngineRequests[Name]>>
}

/** Tells the page of an event. */
export type SendEvent = <Name extends keyof EngineEvents>(event: Name, payload: EngineEvents[Name]) => void

/** What the answers to requests are made from: the experiment that is open, and what belongs to it. */
export interface HandlerContext {
  readonly experiment: Experiment
  readonly desk: DatasetLoader
  readonly checker: Checker
  readonly autosave: Autosave
  readonly classSettings: ClassSettings
  /** What machines are made by. */
  readonly machine: MachineFactory
  readonly send: SendEvent

  /** Opens a table with settings, suggested ones unless given; answers as `settled`. */
  openData(data: OpenedData, settings?: Settings): Promise<ExperimentState>
  /** Opens the table that settings are for with them; answers as `settled`. Throws: request.settings-data; data. */
  openSettings(file: SettingsFile, folder?: string): Promise<ExperimentState>
  /** Puts another experiment in the place of the one that is open. */
  replace(data: OpenedData, settings: Settings, run?: SavedRun): void
  /** Before any step is taken, and before anything changes that would have to be done again on another engine. */
  testEngine(): void
  /** The run, on a tested engine, once the rows are made ready. Throws: request.not-ready, where there is none. */
  tested(): Promise<Runner>
  /** Throws: request.not-ready, where there is none yet. */
  requireRunner(): Runner
  viewed(): { readonly table: Table; readonly settings: Settings; readonly prepared: Prepared | null }
  /** The whole state, which is told and saved too. */
  changed(): ExperimentState
  /** The same after a moment in which most rows are made ready; of what is not, a `state` event tells later. */
  settled(): Promise<ExperimentState>
  /** What a grant stands for; it is good for once. Throws: request.unknown-grant. */
  pathOf(grant: string, mode: 'read' | 'write'): string
}
