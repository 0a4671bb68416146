import { availableParallelism } from 'node:os'
import { adaptSettings, LabError, deriveSeed, prepare, rowsCsv, suggestSettings, toWire, type Settings, type SettingsFile, type WireError } from '#core'
import {
  type ArgsOf,
  type EngineEvents,
  type EngineRequestName,
  type EngineRequests,
  type LabState,
  type ReplyOf
} from '#shared/contract'
import { defaultSample, samples } from '#shared/samples'
import type { LoadedData } from '../../node/data-file'
import { choiceOf } from '../../node/engine/request'
import { saveFile } from '../../node/files'
import { editToy, loadToy, type ToyData } from '../../node/toy-data'
import { Autosave } from './autosave'
import { ClassSettings } from './class-settings'
import { Checker } from './check'
import { DataDesk, type OpenedData } from './data-desk'
import { cellPage, columnProfiles, rowOnLine, scatterPoints } from './data-view'
import { Experiment, type SavedRun } from './experiment'
import { saveCheck, saveHistory, saveSettings, saveToy, saveWeights } from './exports'
import type { Examined } from './insights/examined'
import { insightHandlers } from './insights/handlers'
import { LateEngine } from './late-engine'
import type { EngineStart } from './messages'
import { SessionStore } from './session'
import { dataFor, loadSettingsFile } from './settings-file'
import { pointsOf, requireToy, settingsForToy } from './toys'
import { viewHandlers } from './views/handlers'
import { readWeights, runFrom, settingsOf, type OpenedWeights } from './weights-run'

export type EngineHandlers = {
  readonly [Name in EngineRequestName]: (
    args: ArgsOf<EngineRequests[Name]>
  ) => ReplyOf<EngineRequests[Name]> | Promise<ReplyOf<EngineRequests[Name]>>
}

/** The page's first questions come first, and its first frame; then the engine is tested. In milliseconds. */
const TEST_DELAY = 500

export type SendEvent = <Name extends keyof EngineEvents>(event: Name, payload: EngineEvents[Name]) => void

/** What a person works on: one experiment at a time, its session on disk, and the answers to the page's requests. */
export class Lab {
  /** Resolves when the last session, or the default sample, is there. */
  readonly ready: Promise<void>
  readonly handlers: EngineHandlers
  private readonly checker = new Checker()
  private readonly desk: DataDesk
  private readonly autosave: Autosave
  private readonly session: SessionStore
  private readonly classSettings: ClassSettings
  private readonly paths = new Map<string, { readonly path: string; readonly mode: 'read' | 'write' }>()
  private readonly forced = choiceOf(process.env)
  private readonly engine: LateEngine
  private testing: NodeJS.Timeout | undefined
  /** Where the open experiment's run was taken up. */
  private begun: SavedRun | undefined
  private open: Experiment | null = null
  private restored = false
  private restoreProblem: WireError | null = null
  private announced = false
  /** Epochs the page has been told of. */
  private told = 0

  constructor(
    private readonly start: EngineStart,
    private readonly send: SendEvent
  ) {
    this.engine = new LateEngine({ ...start.engine, choice: this.forced ?? start.engine.choice })
    this.desk = new DataDesk(start.dataFolder, (progress) => this.send('loadProgress', progress))
    this.session = new SessionStore(start.sessionFolder, this.desk)
    this.classSettings = new ClassSettings(start.classSettings ?? null, start.sessionFolder)
    this.autosave = new Autosave(() => this.save())
    this.ready = this.begin()
    this.handlers = this.createHandlers()
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

  private get experiment(): Experiment {
    if (!this.open) throw new LabError('bug', { message: 'no experiment is open' })
    return this.open
  }

  private createHandlers(): EngineHandlers {
    return {
      hello: async () => {
        await this.ready
        this.testEngineSoon()
        return {
          version: this.start.version,
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
        await this.engine.tested
        const { tier, arithmetic, threads, notes, tile } = this.engine.current
        return { tier, arithmetic, threads, notes, tile: tile(this.experiment.chosen.precision), cores: availableParallelism(), forced: this.forced }
      },
      openSample: async ({ name }) => this.openData(await this.desk.read(this.desk.sample(name))),
      openFile: async ({ grant }) => this.openData(await this.desk.read({ kind: 'file', path: this.pathOf(grant, 'read') })),
      openText: async ({ text, name }) =>
        this.openData(await this.desk.read({ kind: 'bytes', bytes: new TextEncoder().encode(text), name })),
      readAgain: async ({ which, reading }) => {
        const data = await this.desk.readAgain(which, reading)
        return this.openData(data, which === 'open' ? keptFor(data, this.experiment.chosen) : undefined)
      },
      cancelLoad: () => {
        this.desk.cancel()
        return null
      },
      cells: (block) => cellPage(this.viewed(), block),
      columnProfiles: ({ names }) => columnProfiles(this.viewed(), names),
      scatterPoints: (names) => scatterPoints(this.viewed(), names),
      rowOnLine: ({ line }) => rowOnLine(this.experiment.data.table, line),
      pipeline: () => this.experiment.preparation?.pipeline ?? null,
      changeSettings: ({ settings }) => {
        this.testEngine()
        const before = this.experiment.runner
        this.experiment.change(settings)
        if (this.experiment.runner !== before) this.checker.forget()
        return this.changed()
      },
      openToy: ({ name, knobs }) => this.openToy(loadToy(name, knobs)),
      editPoints: ({ edits }) => this.openToy(editToy(requireToy(this.experiment.data), edits)),
      toyPoints: () => pointsOf(requireToy(this.experiment.data)),
      exportToy: async ({ grant }) => {
        const path = this.pathOf(grant, 'write')
        await saveToy(path, requireToy(this.experiment.data))
        return { path }
      },
      run: () => {
        const { epochs } = this.experiment.chosen
        this.requireTested().run(epochs, epochs)
        return this.changed()
      },
      pause: () => {
        this.experiment.runner?.pause()
        return this.changed()
      },
      stepEpoch: () => {
        const runner = this.requireTested()
        runner.run(runner.trainer.epoch + 1, this.experiment.chosen.epochs)
        return this.changed()
      },
      stepBatch: () => {
        this.requireTested().takeStep(this.experiment.chosen.epochs)
        return this.changed()
      },
      stepBack: ({ unit }) => {
        this.requireTested()
        this.experiment.stepBack(unit)
        return this.changed()
      },
      retrace: (covered) => {
        this.testEngine()
        this.experiment.retrace(covered)
        return this.changed()
      },
      rewind: () => {
        this.requireTested()
        this.experiment.rewind()
        return this.changed()
      },
      newSeed: () => {
        this.testEngine()
        const { chosen } = this.experiment
        const { split, init, shuffle } = chosen.seeds
        const seeds = { split, init: deriveSeed(init, 1), shuffle: deriveSeed(shuffle, 1) }
        this.experiment.change({ ...chosen, seeds })
        this.checker.forget()
        return this.changed()
      },
      checkGradients: (rule) =>
        this.checker.run(this.requireTested().trainer, rule, (done, total) => this.send('checkProgress', { done, total })),
      cancelCheck: () => {
        this.checker.cancel()
        return null
      },
      ...viewHandlers(() => this.inspected()),
      ...insightHandlers(() => this.examined()),
      exportBytes: async ({ grant, bytes }) => {
        const path = this.pathOf(grant, 'write')
        await saveFile(path, bytes)
        return { path }
      },
      exportWeights: async ({ grant, format }) => {
        const path = this.pathOf(grant, 'write')
        this.requireRunner()
        await saveWeights(path, format, this.experiment, this.start.version)
        return { path }
      },
      exportGradientCheck: async ({ grant }) => {
        const path = this.pathOf(grant, 'write')
        if (!this.checker.report) throw new LabError('request.no-check')
        await saveCheck(path, this.checker.report)
        return { path }
      },
      exportHistory: async ({ grant }) => {
        const path = this.pathOf(grant, 'write')
        await saveHistory(path, this.requireRunner().trainer)
        return { path }
      },
      exportRows: async ({ grant, side, form }) => {
        const path = this.pathOf(grant, 'write')
        const { data, preparation: prepared } = this.experiment
        if (!prepared) throw new LabError('request.not-ready')
        await saveFile(path, rowsCsv({ table: data.table, prepared }, side, form))
        return { path }
      },
      exportSettings: async ({ grant }) => {
        const path = this.pathOf(grant, 'write')
        await saveSettings(path, this.experiment)
        return { path }
      },
      openSettingsFile: async ({ grant }) => this.openSettings(await loadSettingsFile(this.pathOf(grant, 'read'))),
      openClassSettings: async () => {
        const file = await this.classSettings.read()
        if (!file) throw new LabError('request.no-class-settings')
        return this.openSettings(file, this.classSettings.folder)
      },
      openWeights: async ({ grant }) => this.openWeights(await readWeights(this.pathOf(grant, 'read'))),
      saveSession: async () => {
        await this.autosave.flush()
        return null
      }
    }
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

  private async openData(data: OpenedData, settings = suggestedFor(data)): Promise<LabState> {
    this.replace(data, settings)
    // Settings and epochs the page can give back to a new process; a table it cannot, so that one is saved before it counts as open.
    await this.autosave.flush()
    return this.changed()
  }

  private async openSettings(file: SettingsFile, folder?: string): Promise<LabState> {
    const data = await dataFor(file, { open: this.experiment.data, desk: this.desk, folder })
    return this.openData(data, file.settings)
  }

  private async openWeights(weights: OpenedWeights): Promise<LabState> {
    this.testEngine()
    const { data, chosen } = this.experiment
    const settings = settingsOf(weights, chosen)
    const run = runFrom(weights, prepare(data.table, settings), settings, this.engine.current.machine)
    this.replace(data, settings, run)
    return this.changed()
  }

  /** Saved before it counts as open, as any other table. */
  private async openToy(data: ToyData): Promise<LabState> {
    this.replace(data, settingsForToy(data, this.experiment))
    await this.autosave.flush()
    return this.changed()
  }

  private replace(data: OpenedData, settings: Settings, run?: SavedRun): void {
    this.desk.adopt(data)
    this.checker.forget()
    this.build(data, settings, run)
  }

  private build(data: OpenedData, settings: Settings, run?: SavedRun): void {
    this.open?.close()
    this.begun = run
    const events = { progress: () => this.progress(), changed: () => this.announce() }
    this.open = new Experiment(data, settings, events, this.engine.current, run)
  }

  private testEngineSoon(): void {
    this.testing ??= setTimeout(() => this.testEngine(), TEST_DELAY)
  }

  /** Before any step is taken, and before anything changes that would have to be done again on another engine. */
  private testEngine(): void {
    clearTimeout(this.testing)
    if (!this.engine.test() || !this.open) return
    const { data, chosen } = this.open
    this.build(data, chosen, this.begun)
    this.announce()
  }

  private viewed() {
    const { data, chosen: settings, preparation: prepared } = this.experiment
    return { table: data.table, settings, prepared }
  }

  private inspected() {
    const { preparation: prepared } = this.experiment
    if (!prepared) throw new LabError('request.not-ready')
    return { prepared, trainer: this.requireRunner().trainer }
  }

  private examined(): Examined {
    const { table, settings } = this.viewed()
    const { failure, looks } = this.requireRunner()
    return { ...this.inspected(), table, settings, failure: failure ?? null, looks }
  }

  private state(): LabState {
    const state = this.experiment.state()
    this.told = state.history.trainLoss.length
    return state
  }

  /** Answers with the whole state, and has it told and saved. */
  private changed(): LabState {
    this.announce()
    return this.state()
  }

  /** Tells the page the whole state, once for all that changes in this turn, and has it saved. */
  private announce(): void {
    this.autosave.touch()
    if (this.announced) return
    this.announced = true
    queueMicrotask(() => {
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

  private requireTested() {
    this.testEngine()
    return this.requireRunner()
  }

  private requireRunner() {
    const { runner } = this.experiment
    if (!runner) throw new LabError('request.not-ready')
    return runner
  }

  private pathOf(grant: string, mode: 'read' | 'write'): string {
    const found = this.paths.get(grant)
    if (!found || found.mode !== mode) throw new LabError('request.unknown-grant')
    this.paths.delete(grant)
    return found.path
  }
}

/** The settings as they were where the columns they name are still there after a file was read in another way. */
function keptFor(data: OpenedData, settings: Settings): Settings | undefined {
  const names = new Set(data.table.columns.map(({ name }) => name))
  const isWhole = [...settings.targets, ...settings.features].every((name) => names.has(name))
  return isWhole ? adaptSettings(data.table, settings, settings) : undefined
}

function suggestedFor({ table, origin, name }: LoadedData): Settings {
  const sample = origin === 'sample' ? samples.find((one) => one.name === name) : undefined
  return suggestSettings(table, sample ? { target: sample.target, task: sample.task } : {})
}

