import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as setTimer } from 'node:timers/promises'
import { AppError, requireAllowed, type ReadingRequest, type Settings, type SettingsFile, type SavedRun } from '#core'
import type { Preparing, StartProblem, WireError } from '#shared/contract'
import { samples } from '#shared/samples'
import { environmentChoice } from '../node/kernels/environment-choice'
import { dataCommands } from './commands/data'
import { fileCommands } from './commands/files'
import { runCommands } from './commands/run'
import type { EngineHandlers, HandlerContext, SendEvent } from './context/handler-context'
import type { DataContext, RunContext } from './context/run-context'
import { dataFor } from './data/data-for-settings'
import { DatasetLoader, type OpenedData } from './data/dataset-loader'
import { suggestedFor } from './data/suggested-for'
import { DeferredSelfTest } from './deferred-self-test'
import { CollectDesk } from './labs/collect-desk'
import { labCommands } from './labs/lab-commands'
import { LabDesk } from './labs/lab-desk'
import type { EngineStart } from './messages'
import { PathGrants } from './path-grants'
import { GraphExplorer } from './queries/graph'
import { dataQueries, runQueries } from './queries/handlers'
import { Experiment } from './run/experiment'
import { GradientChecker } from './run/gradient-checker'
import type { Runner } from './run/runner'
import { StateFeed } from './state-feed'
import { Autosave } from './store/autosave'
import { ClassSettings } from './store/class-settings'
import { Walks } from './walks/walks'
import { openFirst } from './store/open-first'
import { SessionStore } from './store/session'

/** The page's first requests come first, and its first frame; then the backend is tested. In milliseconds. */
const TEST_DELAY = 500

/** The longest that an answer waits for rows to be prepared and the untrained network to be evaluated, in milliseconds. */
const LONGEST_WAIT = 250

/** The experiment a person works on, one at a time, its session on disk, and the handlers of the page's requests. */
export class ExperimentService implements HandlerContext {
  /** Resolves when the last session, or the default sample, is there. */
  readonly ready: Promise<void>
  readonly handlers: EngineHandlers
  readonly checker = new GradientChecker()
  readonly walks = new Walks((progress) => this.send('walkProgress', progress))
  readonly loader: DatasetLoader
  readonly autosave: Autosave
  readonly classSettings: ClassSettings
  private readonly session: SessionStore
  private readonly labs: LabDesk
  private readonly collecting: CollectDesk
  private readonly grants = new PathGrants()
  private readonly feed: StateFeed
  private readonly forced = environmentChoice(process.env)
  private readonly backend: DeferredSelfTest
  private testing: NodeJS.Timeout | undefined
  /** The saved run that the open experiment took up. */
  private saved: SavedRun | undefined
  private open: Experiment | null = null
  private restored = false
  private startProblems: readonly StartProblem[] = []

  constructor(
    start: EngineStart,
    readonly send: SendEvent,
    show: (path: string) => void = () => undefined
  ) {
    this.backend = new DeferredSelfTest({ ...start.engine, choice: this.forced ?? start.engine.choice })
    this.loader = new DatasetLoader(start.dataFolder, (progress) => this.send('loadProgress', progress))
    this.session = new SessionStore(start.sessionFolder, this.loader)
    this.classSettings = new ClassSettings(start.classSettings ?? null, start.sessionFolder)
    this.autosave = new Autosave(
      () => this.save(),
      (problem) => this.send('saveProblem', problem)
    )
    this.feed = new StateFeed(() => this.experiment, send)
    this.labs = new LabDesk(this.loader, {
      version: start.version,
      lessons: join(start.dataFolder, 'lessons'),
      own: dirname(start.sessionFolder)
    })
    this.collecting = new CollectDesk(this, { dataFolder: start.dataFolder, show })
    this.ready = this.openFirst()
    this.handlers = {
      hello: async () => {
        // Its Python was in the page before.
        this.collecting.cancel()
        await this.ready
        this.testEngineSoon()
        await this.waitUntilReady()
        return {
          version: start.version,
          samples,
          ...this.feed.whole(),
          restored: this.restored,
          startProblems: this.startProblems,
          saveProblem: this.autosave.problem,
          lab: this.labs.inHand
        }
      },
      ping: () => null,
      engineInfo: async () => {
        await this.ready
        this.testEngineSoon()
        await this.backend.tested
        const { tier, threads, notes, tile } = this.backend.current
        return {
          tier,
          threads,
          notes,
          tile: tile(this.experiment.chosen.precision),
          cores: availableParallelism(),
          forced: this.forced
        }
      },
      ...dataCommands(this),
      ...runCommands(this),
      ...fileCommands(this, start.version),
      ...dataQueries(this),
      ...runQueries(this),
      ...new GraphExplorer().handlers,
      ...labCommands(this, this.labs),
      ...this.collecting.handlers
    }
  }

  /** A file the user chose in a dialog of main's, or dropped. */
  allow(grant: string, path: string, mode: 'read' | 'write'): void {
    this.grants.allow(grant, path, mode)
  }

  /** Writes the session as it stands. Resolves to why that failed, as is reported to the page too; null where it did not. */
  async saveNow(): Promise<WireError | null> {
    await this.ready
    await this.autosave.flush()
    return this.autosave.problem
  }

  /** Writes the session for the last time. */
  async shutdown(): Promise<void> {
    clearTimeout(this.testing)
    await this.ready
    this.experiment.runner?.pause()
    await this.autosave.end()
  }

  get experiment(): Experiment {
    if (!this.open) throw new AppError('bug', { message: 'no experiment is open' })
    return this.open
  }

  /** The id of the run that requests can be about; null while there is none. */
  get runId(): string | null {
    return this.open?.runId ?? null
  }

  async openData(data: OpenedData, settings = suggestedFor(data)): Promise<null> {
    this.replace(data, settings)
    const saved = this.autosave.flush()
    // Settings and epochs the page can give back to a new process; a table it cannot, so that one is saved before it counts as open, unless
    // its copy takes seconds.
    if (data.bytes) {
      this.feed.holdUntil(saved)
      await saved
    }
    return this.settled()
  }

  async openSettings(file: SettingsFile, folder?: string, reading?: ReadingRequest): Promise<null> {
    const data = await dataFor(file, { open: this.experiment.data, loader: this.loader, folder, reading })
    return this.openData(data, file.settings)
  }

  replace(data: OpenedData, settings: Settings, run?: SavedRun): void {
    this.loader.adopt(data)
    this.checker.forget()
    this.build(data, settings, run)
  }

  requireAllowed(settings: Settings): void {
    const { locks } = this.labs
    if (locks) requireAllowed(locks, settings, this.experiment.chosen)
  }

  testEngine(): void {
    clearTimeout(this.testing)
    if (!this.backend.test() || !this.open) return
    const { data, chosen, runId } = this.open
    this.build(data, chosen, this.saved, runId)
    void this.changed()
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

  data(): DataContext {
    const { data, chosen: settings, preparation: prepared } = this.experiment
    return { table: data.table, settings, prepared }
  }

  async run(): Promise<RunContext> {
    const { runId } = this
    await this.experiment.whenReady
    if (runId !== this.runId) throw new AppError('request.no-run')
    const { prepared, ...data } = this.data()
    if (!prepared) throw new AppError('request.not-ready')
    const { trainer, failure, snapshots } = this.requireRunner()
    const { tried } = this.experiment
    return { ...data, prepared, trainer, failure: failure ?? null, snapshots, tried }
  }

  async settled(): Promise<null> {
    await this.waitUntilReady()
    return this.changed()
  }

  changed(): Promise<null> {
    this.autosave.touch()
    return this.feed.announce()
  }

  pathOf(grant: string, mode: 'read' | 'write'): string {
    return this.grants.take(grant, mode)
  }

  private async openFirst(): Promise<void> {
    const { session, classSettings, loader, autosave } = this
    const replace = (...opened: Parameters<ExperimentService['replace']>) => this.replace(...opened)
    const first = await openFirst({ session, classSettings, loader, replace, save: () => autosave.flush() })
    this.restored = first.isRestored
    const lab = await this.labs.find()
    this.startProblems = lab ? [...first.problems, lab] : first.problems
  }

  private build(data: OpenedData, settings: Settings, saved?: SavedRun, runId?: string): void {
    const tried = this.open?.data === data ? this.open.tried : undefined
    this.open?.close()
    this.saved = saved
    const events = {
      progress: () => {
        this.feed.progress()
        this.autosave.touch()
      },
      changed: () => void this.changed(),
      preparing: (progress: Preparing | null) => this.send('preparing', progress)
    }
    this.open = new Experiment({ data, settings, events, backend: this.backend.current, saved, runId, tried })
  }

  private testEngineSoon(): void {
    this.testing ??= setTimeout(() => this.testEngine(), TEST_DELAY)
  }

  /** Waits for the first step to be possible, but for no longer than a moment. */
  private async waitUntilReady(): Promise<void> {
    const over = new AbortController()
    await Promise.race([this.experiment.whenReady, setTimer(LONGEST_WAIT, null, { signal: over.signal }).catch(() => null)])
    over.abort()
  }

  private async save(): Promise<void> {
    await this.session.save(this.experiment)
    await this.classSettings.remember()
  }
}
