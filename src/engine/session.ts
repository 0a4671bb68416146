import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import {
  AppError,
  historyColumns,
  parametersFrom,
  readSafetensors,
  settingsObject,
  settingsSchema,
  storedByName,
  stopReasons,
  storedTensors,
  texts,
  validationColumns,
  writeSafetensors,
  type History,
  type JsonObject,
  type Numbers,
  type Settings,
  type StoredTensor,
  type TextCode,
  type ToySource,
  type TrainerState,
  type WireError
} from '#core'
import { runChangeSchema } from '#shared/contract'
import { readingSchema, type Reading } from '#shared/data'
import { toySourceSchema } from '#shared/toys'
import { writeAtomically } from '../node/files/write-atomically'
import { copyDataFile } from '../node/files/copy-data-file'
import type { LoadedData } from '../node/files/data-file'
import type { DatasetLoader, DataSource, OpenedData } from './dataset-loader'
import { restoreToy, type ToyData } from '../node/files/load-toy'
import type { Experiment, SavedRun } from './experiment'

/**
 * The session on disk: one safetensors file, replaced as a whole, with the weights, the history (one tensor a figure) and, as its
 * description, the settings and where the run stands; and beside it a copy of the data file, named by its SHA-256.
 */

const FORMAT = 'backprop-lab-session'
const FILE = 'session.safetensors'
const HISTORY = 'history.'
/** Only where some epochs were not evaluated: the numbers of those that were, and last how many epochs there are, with epoch 0. */
const EPOCHS = 'epochs'
const OPTIMIZER = 'optimizer.'
const BEST = 'best.'

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

/** What was read back of a session. */
export interface RestoredSession {
  readonly data: OpenedData
  readonly settings: Settings
  readonly run?: SavedRun
}

export class SessionStore {
  constructor(
    private readonly folder: string,
    private readonly desk: DatasetLoader
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
    await mkdir(this.folder, { recursive: true })
    if (data.origin !== 'sample') await this.keepData(data)
    await writeAtomically(join(this.folder, FILE), bytes)
  }

  /** The last session; null when there is none. Throws: format, data, file. */
  async load(): Promise<RestoredSession | null> {
    const bytes = await readFile(join(this.folder, FILE)).catch(() => null)
    if (!bytes) return null
    const { tensors, metadata } = readSafetensors(bytes)
    const parsed = v.safeParse(descriptionSchema, metadata)
    if (!parsed.success) throw new AppError('format.not-weights', { file: FILE, problem: v.summarize(parsed.issues) })
    const { data: source, settings, run } = parsed.output
    const data = source.toy ? await this.openToy(source.toy, source.sha256) : await this.desk.read(this.sourceOf(source), source.reading)
    if (data.sha256 !== source.sha256) throw new AppError('data.changed', { name: source.name })
    if (!run) return { data, settings }
    const { status, seconds, failure, builds, changes, stopped, bestEpoch, updates, ...place } = run
    const own = tensors.filter(({ name }) => ![HISTORY, OPTIMIZER, BEST].some((prefix) => name.startsWith(prefix)))
    const optimizer = { updates, slots: own.map(({ name }) => slotsOf(name, tensors)) }
    const best = bestEpoch === null ? {} : { best: { epoch: bestEpoch, parameters: parametersFrom(bestOf(tensors)) } }
    const state = { ...place, parameters: parametersFrom(own), optimizer, history: historyFrom(tensors), ...best }
    const ended = { ...(stopped ? { stopped } : {}), ...(failure ? { failure } : {}) }
    return { data, settings, run: { state, status, seconds, builds, changes, ...ended } }
  }

  private sourceOf({ origin, name, sha256 }: { origin: LoadedData['origin']; name: string; sha256: string }): DataSource {
    return origin === 'sample' ? this.desk.sample(name) : { kind: 'file', path: this.copyOf(sha256), name }
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

/** What the optimizer remembers, as `optimizer.<slot>.<tensor>`. */
function optimizerTensors({ parameters, optimizer }: TrainerState): StoredTensor[] {
  return storedTensors(parameters).flatMap(({ name, shape }, t) =>
    optimizer.slots[t].map((data, slot) => ({ name: `${OPTIMIZER}${slot}.${name}`, shape, data }))
  )
}

/** The kept weights, as `best.<tensor>`. */
function bestTensors({ best }: TrainerState): StoredTensor[] {
  return best ? storedTensors(best.parameters).map((tensor) => ({ ...tensor, name: BEST + tensor.name })) : []
}

function bestOf(tensors: readonly StoredTensor[]): StoredTensor[] {
  return tensors.filter(({ name }) => name.startsWith(BEST)).map((tensor) => ({ ...tensor, name: tensor.name.slice(BEST.length) }))
}

/** The slots of one tensor, in order. */
function slotsOf(name: string, tensors: readonly StoredTensor[]): Numbers[] {
  const slots: Numbers[] = []
  for (;;) {
    const found = tensors.find((tensor) => tensor.name === `${OPTIMIZER}${slots.length}.${name}`)
    if (!found) return slots
    slots.push(found.data)
  }
}

/**
 * The figures of the epochs that were evaluated, and which those are; a figure that does not exist (no test rows) has no tensor.
 */
function historyTensors(history: History): StoredTensor[] {
  const epochs = history.trainLoss.length
  const evaluated = Array.from({ length: epochs }, (_, epoch) => epoch).filter((epoch) => Number.isFinite(history.trainLoss[epoch]))
  const column = (name: string, data: Float64Array) => ({ name: HISTORY + name, shape: [data.length], data })
  const figures = [...historyColumns, ...validationColumns]
    .flatMap((name) => {
      const all = history[name]
      return all
        ? [
            column(
              name,
              Float64Array.from(evaluated, (epoch) => all[epoch])
            )
          ]
        : []
    })
    .filter(({ data }) => data.every(Number.isFinite))
  return evaluated.length === epochs ? figures : [...figures, column(EPOCHS, Float64Array.from([...evaluated, epochs]))]
}

function historyFrom(tensors: readonly StoredTensor[]): History {
  const find = (name: string) => tensors.find((tensor) => tensor.name === HISTORY + name)?.data
  const stored = find('trainLoss')?.length ?? 0
  const epochs = find(EPOCHS) ?? Float64Array.from({ length: stored + 1 }, (_, epoch) => epoch)
  const column = (name: string) => {
    const figures = new Float64Array(epochs[stored]).fill(NaN)
    find(name)?.forEach((figure, e) => (figures[epochs[e]] = figure))
    return figures
  }
  return {
    trainLoss: column('trainLoss'),
    testLoss: column('testLoss'),
    trainMetric: column('trainMetric'),
    testMetric: column('testMetric'),
    ...(find('validationLoss') ? { validationLoss: column('validationLoss'), validationMetric: column('validationMetric') } : {})
  }
}
