import { availableParallelism } from 'node:os'
import { setTimeout as setTimer } from 'node:timers/promises'
import { AppError, suggestSettings, toWire, type Settings, type SettingsFile, type WireError } from '#core'
import type { ExperimentState, Preparing } from '#shared/contract'
import { defaultSample, samples } from '#shared/samples'
import type { LoadedData } from '../node/files/data-file'
import { environmentChoice } from '../node/kernels/environment-choice'
import { Autosave } from './autosave'
import { Checker } from './check'
import { ClassSettings } from './class-settings'
import { dataHandlers } from './data-handlers'
import { DatasetLoader, type OpenedData } from './dataset-loader'
import { Experiment, type SavedRun } from './experiment'
import { fileHandlers } from './file-handlers'
import { insightHandlers } from './insights/handlers'
import type { Examined } from './insights/examined'
import { DeferredSelfTest } from './deferred-self-test'
import type { EngineStart } from './messages'
import type { EngineHandlers, HandlerContext, SendEvent } from './handler-context'
import { runHandlers } from './run-handlers'
import type { Runner } from './runner'
import { SessionStore } from './session'
import { dataFor } from './settings-file'
import { viewHandlers } from './views/handlers'

/** The page's first questions come first, and its first frame; then the backend is tested. In milliseconds. */
const TEST_DELAY = 500

/** How long an answer waits for rows to be made ready and the untrained network to be evaluated, in milliseconds: no page is told of less. */
const PATIENCE = 250

/** What a person works on: one experiment at a time, its session on disk, and the answers to the page's requests. */
export class ExperimentService implements HandlerContext {
  /** Resolves when the last session, or the default sample, is there. */
  readonly ready: Promise<void>
  readonly handlers: EngineHandlers
  readonly checker = new Checker()
  readonly desk: DatasetLoader
  readonly autosave: Autosave
  readonly classSettings: ClassSettings
  private readonly session: SessionStore
  private readonly paths = new Map<string, { readonly path: string; readonly mode: 'read' | 'write' }>()
  private readonly forced = environmentChoice(process.env)
  private readonly backend: DeferredSelfTest
  private testing: NodeJS.Timeout | undefined
  /** Where the open experiment's run was taken up. */
  private begun: SavedRun | undefined
  private open: Experiment | null = null
  private restored = false
  private restoreProblem: WireError | null = null
  private announced = false
  /** Done when what was opened is in the session; before that the page is told of nothing. */
  private saved: Promise<void> = Promise.resolve()
  /** Epochs the page has been told of. */
  private told = 0

  constructor(
    start: EngineStart,
    readonly send: SendEvent
  ) {
    this.backend = new DeferredSelfTest({ ...start.engine, choice: this.forced ?? start.engine.choice })
    this.desk = new DatasetLoader(start.dataFolder, (progress) => this.send('loadProgress', progress))
    this.session = new SessionStore(start.sessionFolder, this.desk)
    this.classSettings = new ClassSettings(start.classSettings ?? null, start.sessionFolder)
    this.autosave = new Autosave(() => this.save())
    this.ready = this.begin()
    this.handlers = {
      hello: async () => {
        await this.ready
        this.testEngineSoon()
        await this.patience()
        return {
          version: start.version,
          samples,
          state: this.state(),
          restored: this.restored,
          restoreProblem: this.restoreProblem
        }
      },
      ping: () => null,
      engineInfo: async () => {
        await this.ready
        this.testEngineSoon()
        await this.backend.tested
        const { tier, arithmetic, threads, notes, tile } = this.backend.current
        return {
          tier,
          arithmetic,
          threads,
          notes,
          tile: tile(this.experiment.chosen.precision),
          cores: availableParallelism(),
          forced: this.forced
        }
      },
      ...dataHandlers(this),
      ...runHandlers(this),
      ...fileHandlers(this, start.version),
      ...this.onceReady(viewHandlers(() => this.inspected())),
      ...this.onceReady(insightHandlers(() => this.examined()))
    }
  }

  /** A file the user chose in a dialog of main's, or dropped. */
  allow(grant: string, path: string, mode: 'read' | 'write'): void {
    this.paths.set(grant, { path, mode })
  }

  /** Writes the session for the last time. */
  async shutdown(): Promise<void> {
    clearTimeout(this.testing)
    await this.ready
    this.experiment.runner?.pause()
    await this.autosave.flush()
  }

  get experiment(): Experiment {
    if (!this.open) throw new AppError('bug', { message: 'no experiment is open' })
    return this.open
  }

  private async begin(): Promise<void> {
    try {
      const file = await this.classSettings.unseen()
      if (file) {
        const { desk, classSettings } = this
        this.replace(await dataFor(file, { open: null, desk, folder: classSettings.folder }), file.settings)
        await this.autosave.flush()
        await classSettings.remember()
        return
      }
    } catch (error) {
      this.restoreProblem = toWire(error)
    }
    try {
      const session = await this.session.load()
      if (session) {
        this.replace(session.data, session.settings, session.run)
        this.restored = true
        return
      }
    } catch (error) {
      this.restoreProblem = toWire(error)
    }
    const data = await this.desk.read(this.desk.sample(defaultSample))
    this.replace(data, suggestedFor(data))
  }

  async openData(data: OpenedData, settings = suggestedFor(data)): Promise<ExperimentState> {
    this.replace(data, settings)
    const saved = this.autosave.flush()
    // Settings and epochs the page can give back to a new process; a table it cannot, so that one is saved before it counts as open, unless
    // its copy takes seconds.
    if (data.bytes) await (this.saved = saved)
    return this.settled()
  }

  async openSettings(file: SettingsFile, folder?: string): Promise<ExperimentState> {
    const data = await dataFor(file, { open: this.experiment.data, desk: this.desk, folder })
    return this.openData(data, file.settings)
  }

  replace(data: OpenedData, settings: Settings, run?: SavedRun): void {
    this.desk.adopt(data)
    this.checker.forget()
    this.build(data, settings, run)
  }

  testEngine(): void {
    clearTimeout(this.testing)
    if (!this.backend.test() || !this.open) return
    const { data, chosen } = this.open
    this.build(data, chosen, this.begun)
    this.announce()
  }

  get machine() {
    return this.backend.current.machine
  }

  async tested(): Promise<Runner> {
    this.testEngine()
    await this.experiment.whenPrepared
    return this.requireRunner()
  }

  requireRunner(): Runner {
    const { runner } = this.experiment
    if (!runner) throw new AppError('request.not-ready')
    return runner
  }

  viewed() {
    const { data, chosen: settings, preparation: prepared } = this.experiment
    return { table: data.table, settings, prepared }
  }

  async settled(): Promise<ExperimentState> {
    await this.patience()
    return this.changed()
  }

  changed(): ExperimentState {
    this.announce()
    return this.state()
  }

  pathOf(grant: string, mode: 'read' | 'write'): string {
    const found = this.paths.get(grant)
    if (!found || found.mode !== mode) throw new AppError('request.unknown-grant')
    this.paths.delete(grant)
    return found.path
  }

  private build(data: OpenedData, settings: Settings, run?: SavedRun): void {
    this.open?.close()
    this.begun = run
    const events = {
      progress: () => this.progress(),
      changed: () => this.announce(),
      preparing: (how: Preparing | null) => this.send('preparing', how)
    }
    this.open = new Experiment(data, settings, events, this.backend.current, run)
  }

  private testEngineSoon(): void {
    this.testing ??= setTimeout(() => this.testEngine(), TEST_DELAY)
  }

  private async patience(): Promise<void> {
    const over = new AbortController()
    await Promise.race([this.experiment.whenReady, setTimer(PATIENCE, null, { signal: over.signal }).catch(() => null)])
    over.abort()
  }

  /** The answers to questions about a run, given once it could begin. */
  private onceReady<Table extends Readonly<Record<string, (args: never) => unknown>>>(handlers: Table): Table {
    const later = Object.entries(handlers).map(([name, handler]) => [
      name,
      async (args: never) => {
        await this.experiment.whenReady
        return handler(args)
      }
    ])
    return Object.fromEntries(later) as Table
  }

  private inspected() {
    const { preparation: prepared } = this.experiment
    if (!prepared) throw new AppError('request.not-ready')
    return { prepared, trainer: this.requireRunner().trainer }
  }

  private examined(): Examined {
    const { table, settings } = this.viewed()
    const { failure, looks } = this.requireRunner()
    return { ...this.inspected(), table, settings, failure: failure ?? null, looks }
  }

  private state(): ExperimentState {
    const state = this.experiment.state()
    this.told = state.history.trainLoss.length
    return state
  }

  /** Tells the page the whole state, once for all that changes in this turn, and has it saved. */
  private announce(): void {
    this.autosave.touch()
    if (this.announced) return
    this.announced = true
    void this.saved.then(() => {
      this.announced = false
      this.send('state', this.state())
    })
  }

  private progress(): void {
    const from = this.told
    const history = this.experiment.history(from)
    this.told += history.trainLoss.length
    this.send('progress', { run: this.experiment.runState(), from, history })
    this.autosave.touch()
  }

  private async save(): Promise<void> {
    try {
      await this.session.save(this.experiment)
    } catch (error) {
      console.error('The session could not be saved:', error)
    }
  }
}

function suggestedFor({ table, origin, name }: LoadedData): Settings {
  const sample = origin === 'sample' ? samples.find((one) => one.name === name) : undefined
  return suggestSettings(table, sample ? { target: sample.target, task: sample.task } : {})
}
