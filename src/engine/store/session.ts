import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import {
  AppError,
  parametersFrom,
  readSafetensors,
  settingsObject,
  settingsSchema,
  storedByName,
  stopReasons,
  storedTensors,
  texts,
  writeSafetensors,
  type JsonObject,
  type Settings,
  type TextCode,
  type ToySource,
  type WireError
} from '#core'
import { runChangeSchema } from '#shared/contract'
import { readingSchema, type Reading } from '#shared/data'
import { toySourceSchema } from '#shared/toys'
import { writeError } from '../../node/files/system-errors'
import { writeAtomically } from '../../node/files/write-atomically'
import { readIfPresent } from '../../node/files/read-if-present'
import { copyDataFile } from '../../node/files/copy-data-file'
import type { LoadedData } from '../../node/files/data-file'
import type { DatasetLoader, DataSource, OpenedData } from '../data/dataset-loader'
import { restoreToy, type ToyData } from '../../node/files/load-toy'
import type { Experiment } from '../run/experiment'
import type { SavedRun } from '../run/experiment-options'
import { bestOf, bestTensors, historyFrom, historyTensors, networkTensors, optimizerTensors, slotsOf } from './session-tensors'

/**
 * The session on disk: one safetensors file, replaced as a whole, with the weights, the history (one tensor a figure) and, as its
 * description, the settings and where the run stands; and beside it a copy of the data file, named by its SHA-256.
 */

const FORMAT = 'backprop-lab-session'
const FILE = 'session.safetensors'
/** A session that cannot be restored is moved into a folder of this name, with a number where there is one already. */
const SET_ASIDE = 'unreadable-session'

const descriptionSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  data: v.object({
    origin: v.picklist(['sample', 'file', 'toy']),
    toy: v.optional(toySourceSchema),
    name: v.string(),
    sha256: v.string(),
    /** How the file was asked to be read. */
    reading: v.optional(readingSchema)
  }),
  settings: settingsSchema,
  run: v.nullable(
    v.object({
      status: v.picklist(['idle', 'paused', 'finished', 'failed']),
      epoch: v.number(),
      step: v.number(),
      rowsDone: v.number(),
      updates: v.number(),
      seconds: v.number(),
      builds: v.optional(v.array(v.string()), []),
      changes: v.optional(v.array(runChangeSchema), []),
      stopped: v.optional(v.nullable(v.picklist(stopReasons)), null),
      /** The epoch of the kept weights. */
      bestEpoch: v.optional(v.nullable(v.number()), null),
      failure: v.nullable(
        v.object({
          code: v.custom<TextCode>((code) => typeof code === 'string' && Object.hasOwn(texts, code)),
          details: v.record(v.string(), v.union([v.string(), v.number()]))
        })
      )
    })
  )
})

/** A session that was read back. */
export interface RestoredSession {
  readonly data: OpenedData
  readonly settings: Settings
  readonly run?: SavedRun
}

export class SessionStore {
  /** The reason why a session that cannot be restored could not be moved aside either: it is not overwritten. */
  private blockedBy: unknown = null

  constructor(
    private readonly folder: string,
    private readonly loader: DatasetLoader
  ) {}

  /** Writes the experiment as it stands. Throws: file. */
  async save(experiment: Experiment): Promise<void> {
    const { data, chosen: settings, snapshot } = experiment
    const state = snapshot?.state
    const run =
      snapshot && state
        ? {
            status: snapshot.status,
            epoch: state.epoch,
            step: state.step,
            rowsDone: state.rowsDone,
            updates: state.optimizer.updates,
            seconds: snapshot.seconds,
            builds: [...(snapshot.builds ?? [])],
            changes: JSON.parse(JSON.stringify(snapshot.changes ?? [])),
            stopped: snapshot.stopped ?? null,
            bestEpoch: state.best?.epoch ?? null,
            failure: plainFailure(snapshot.failure)
          }
        : null
    const bytes = writeSafetensors({
      tensors: state
        ? [...storedTensors(state.parameters), ...optimizerTensors(state), ...bestTensors(state), ...historyTensors(state.history)]
        : [],
      metadata: {
        format: FORMAT,
        version: 1,
        data: {
          origin: data.origin,
          name: data.name,
          ...(data.toy ? { toy: { ...data.toy } } : {}),
          sha256: data.sha256,
          ...(data.reading ? { reading: readingJson(data.reading) } : {})
        },
        settings: settingsObject(settings),
        run
      }
    })
    if (this.blockedBy) throw writeError(this.folder, this.blockedBy)
    await mkdir(this.folder, { recursive: true })
    if (data.origin !== 'sample') await this.keepData(data)
    await writeAtomically(join(this.folder, FILE), bytes)
  }

  /**
   * The last session; null when there is none. One that cannot be restored is moved into a folder of its own, and not overwritten.
   * Throws: format, data, file.
   */
  async load(): Promise<RestoredSession | null> {
    try {
      const bytes = await readIfPresent(join(this.folder, FILE))
      return bytes && (await this.restore(bytes))
    } catch (error) {
      await this.setAside()
      throw error
    }
  }

  private async restore(bytes: Uint8Array): Promise<RestoredSession> {
    const { tensors, metadata } = readSafetensors(bytes)
    const parsed = v.safeParse(descriptionSchema, metadata)
    if (!parsed.success) throw new AppError('format.not-weights', { file: FILE, problem: v.summarize(parsed.issues) })
    const { data: source, settings, run } = parsed.output
    const data = source.toy ? await this.openToy(source.toy, source.sha256) : await this.loader.read(this.sourceOf(source), source.reading)
    if (data.sha256 !== source.sha256) throw new AppError('data.changed', { name: source.name })
    if (!run) return { data, settings }
    const { status, seconds, failure, builds, changes, stopped, bestEpoch, updates, ...place } = run
    const own = networkTensors(tensors)
    const optimizer = { updates, slots: own.map(({ name }) => slotsOf(name, tensors)) }
    const best = bestEpoch === null ? {} : { best: { epoch: bestEpoch, parameters: parametersFrom(bestOf(tensors)) } }
    const state = { ...place, parameters: parametersFrom(own), optimizer, history: historyFrom(tensors), ...best }
    const ended = { ...(stopped ? { stopped } : {}), ...(failure ? { failure } : {}) }
    return { data, settings, run: { state, status, seconds, builds, changes, ...ended } }
  }

  private async setAside(): Promise<void> {
    try {
      const files = await readdir(this.folder)
      let name = SET_ASIDE
      for (let number = 2; files.includes(name); number++) name = `${SET_ASIDE}-${number}`
      await mkdir(join(this.folder, name))
      const moved = files.filter((file) => file === FILE || file.endsWith('.csv'))
      await Promise.all(moved.map((file) => rename(join(this.folder, file), join(this.folder, name, file))))
      console.error(`The session could not be restored and was moved to ${join(this.folder, name)}.`)
    } catch (error) {
      this.blockedBy = error
      console.error('The session could not be restored, and is not overwritten:', error)
    }
  }

  private sourceOf({ origin, name, sha256 }: { origin: LoadedData['origin']; name: string; sha256: string }): DataSource {
    return origin === 'sample' ? this.loader.sample(name) : { kind: 'file', path: this.copyOf(sha256), name }
  }

  private async openToy(toy: ToySource, sha256: string): Promise<ToyData> {
    return restoreToy(toy, await readFile(this.copyOf(sha256)))
  }

  private copyOf(sha256: string): string {
    return join(this.folder, `${sha256}.csv`)
  }

  /** Keeps one copy of the data, so that the session is whole when the file has moved. */
  private async keepData(data: LoadedData): Promise<void> {
    const kept = `${data.sha256}.csv`
    const copies = (await readdir(this.folder)).filter((file) => file.endsWith('.csv'))
    if (!copies.includes(kept)) await copyDataFile(data, this.copyOf(data.sha256))
    await Promise.all(copies.filter((file) => file !== kept).map((file) => rm(join(this.folder, file))))
  }
}

function readingJson({ options, ...sample }: Reading): JsonObject {
  const { kinds, ...others } = options
  return JSON.parse(JSON.stringify({ options: { ...others, ...(kinds ? { kinds: storedByName(kinds) } : {}) }, ...sample })) as JsonObject
}

function plainFailure(failure: WireError | undefined) {
  return failure ? { code: failure.code, details: { ...failure.details } } : null
}
