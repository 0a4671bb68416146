import * as v from 'valibot'
import { AppError, type WireError } from '../messages/app-error'
import { texts, type TextCode } from '../messages/catalogue'
import { runChangeSchema } from '../runs/run-change'
import type { DataSourceRecord, RunRecord, SavedRun } from '../runs/run-record'
import { storedByName } from '../settings/by-name'
import { readingSchema, type ReadingRequest } from '../settings/reading-schema'
import { settingsSchema } from '../settings/settings'
import type { Numbers } from '../tensor/matrix'
import { toySourceSchema } from '../toys/reference'
import { stopReasons } from '../train/stopping'
import type { TrainerState } from '../train/trainer-state'
import { HISTORY, historyFrom, historyTensors } from './history-tensors'
import type { JsonObject } from './json'
import { readSafetensors, writeSafetensors } from './safetensors'
import { settingsObject } from './settings-json'
import { parametersFrom, storedTensors } from './stored-parameters'
import type { StoredTensor } from './weights-file'

const FORMAT = 'backprop-lab-session'
const OPTIMIZER = 'optimizer.'
const BEST = 'best.'

/** Content of a session: the data, the settings, and the progress of the run; null where there is none yet. */
export interface SessionRecord extends Pick<RunRecord, 'data' | 'settings'> {
  readonly run: SavedRun | null
}

const descriptionSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  data: v.object({
    origin: v.picklist(['sample', 'file', 'toy']),
    toy: v.optional(toySourceSchema),
    name: v.string(),
    sha256: v.string(),
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

/**
 * The bytes of a session: one safetensors file with the weights, the optimizer's memory, the best weights and the history as
 * tensors, and as its description the data, the settings and the state of the run.
 * Throws: format, when a weight is not finite.
 */
export function writeSession({ data, settings, run }: SessionRecord): Uint8Array {
  const state = run?.state
  return writeSafetensors({
    tensors: state
      ? [...storedTensors(state.parameters), ...optimizerTensors(state), ...bestTensors(state), ...historyTensors(state.history)]
      : [],
    metadata: { format: FORMAT, version: 1, data: dataJson(data), settings: settingsObject(settings), run: run && runJson(run) }
  })
}

/** Returns the content of a session; `file` is its name. Throws: format. */
export function readSession(bytes: Uint8Array, file: string): SessionRecord {
  const { tensors, metadata } = readSafetensors(bytes)
  const parsed = v.safeParse(descriptionSchema, metadata)
  if (!parsed.success) throw new AppError('format.not-weights', { file, problem: v.summarize(parsed.issues) })
  const { data, settings, run } = parsed.output
  if (!run) return { data, settings, run }
  const { status, seconds, failure, builds, changes, stopped, bestEpoch, updates, ...place } = run
  const own = tensors.filter(({ name }) => ![HISTORY, OPTIMIZER, BEST].some((prefix) => name.startsWith(prefix)))
  const optimizer = { updates, slots: own.map(({ name }) => slotsOf(name, tensors)) }
  const best = bestEpoch === null ? {} : { best: { epoch: bestEpoch, parameters: parametersFrom(bestOf(tensors)) } }
  const state = { ...place, parameters: parametersFrom(own), optimizer, history: historyFrom(tensors), ...best }
  const ended = { ...(stopped ? { stopped } : {}), ...(failure ? { failure } : {}) }
  return { data, settings, run: { state, status, seconds, builds, changes, ...ended } }
}

function dataJson({ origin, name, toy, sha256, reading }: DataSourceRecord): JsonObject {
  return { origin, name, ...(toy ? { toy: { ...toy } } : {}), sha256, ...(reading ? { reading: readingJson(reading) } : {}) }
}

function readingJson({ options, ...sample }: ReadingRequest): JsonObject {
  const { kinds, ...others } = options
  return JSON.parse(JSON.stringify({ options: { ...others, ...(kinds ? { kinds: storedByName(kinds) } : {}) }, ...sample })) as JsonObject
}

function runJson({ status, seconds, builds, changes, stopped, failure, state }: SavedRun): JsonObject {
  const { epoch, step, rowsDone, optimizer, best } = state
  return {
    status,
    epoch,
    step,
    rowsDone,
    updates: optimizer.updates,
    seconds,
    builds: [...(builds ?? [])],
    changes: JSON.parse(JSON.stringify(changes ?? [])),
    stopped: stopped ?? null,
    bestEpoch: best?.epoch ?? null,
    failure: failure ? failureJson(failure) : null
  }
}

function failureJson({ code, details }: WireError): JsonObject {
  return { code, details: { ...details } }
}

/** The optimizer's memory, as `optimizer.<slot>.<tensor>`. */
function optimizerTensors({ parameters, optimizer }: TrainerState): StoredTensor[] {
  return storedTensors(parameters).flatMap(({ name, shape }, t) =>
    optimizer.slots[t].map((data, slot) => ({ name: `${OPTIMIZER}${slot}.${name}`, shape, data }))
  )
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

/** The best epoch's weights, as `best.<tensor>`. */
function bestTensors({ best }: TrainerState): StoredTensor[] {
  return best ? storedTensors(best.parameters).map((tensor) => ({ ...tensor, name: BEST + tensor.name })) : []
}

function bestOf(tensors: readonly StoredTensor[]): StoredTensor[] {
  return tensors.filter(({ name }) => name.startsWith(BEST)).map((tensor) => ({ ...tensor, name: tensor.name.slice(BEST.length) }))
}
