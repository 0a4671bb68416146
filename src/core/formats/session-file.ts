import * as v from 'valibot'
import type { WireError } from '../messages/app-error'
import { texts, type TextCode } from '../messages/catalogue'
import { runChangeSchema } from '../runs/run-change'
import type { DataSourceRecord, RunRecord, SavedRun } from '../runs/run-record'
import { fileError } from '../settings/schema-error'
import { storedByName } from '../settings/by-name'
import { readingSchema, type ReadingRequest } from '../settings/reading-schema'
import { settingsSchema } from '../settings/settings'
import { toySourceSchema } from '../toys/reference'
import { requireState } from '../train/require-state'
import { stopReasons } from '../train/stopping'
import { requireLayersOf } from '../verify/settings'
import type { JsonObject } from './json'
import { countEntries, countsJson, stateFrom, stateTensors } from './run-state'
import { readSafetensors, writeSafetensors } from './safetensors'
import { notesOnSeal } from './seal'
import { settingsObject } from './settings-json'
import { storedTensors } from './stored-parameters'

const FORMAT = 'backprop-lab-session'

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
      ...countEntries,
      seconds: v.number(),
      builds: v.optional(v.array(v.string()), []),
      changes: v.optional(v.array(runChangeSchema), []),
      stopped: v.optional(v.nullable(v.picklist(stopReasons)), null),
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
    tensors: state ? [...storedTensors(state.parameters), ...stateTensors(state)] : [],
    metadata: { format: FORMAT, version: 1, data: dataJson(data), settings: settingsObject(settings), run: run && runJson(run) }
  })
}

/** Returns the content of a session; `file` is its name. Throws: format. */
export function readSession(bytes: Uint8Array, file: string): SessionRecord {
  const stored = readSafetensors(bytes)
  const { tensors, metadata } = stored
  const parsed = v.safeParse(descriptionSchema, metadata)
  if (!parsed.success) throw fileError(parsed.issues[0], file)
  const { data, settings, run } = parsed.output
  if (!run) return { data, settings, run }
  const { status, seconds, failure, builds, changes, stopped, ...counts } = run
  const state = stateFrom(tensors, counts)
  requireLayersOf(state.parameters, settings)
  requireState(state, { parameters: state.parameters, optimizer: settings.optimizer })
  const ended = { ...(stopped ? { stopped } : {}), ...(failure ? { failure } : {}) }
  const notes = notesOnSeal(stored)
  return { data, settings, run: { state, status, seconds, builds, changes, ...ended, ...(notes.length > 0 ? { notes } : {}) } }
}

function dataJson({ origin, name, toy, sha256, reading }: DataSourceRecord): JsonObject {
  return { origin, name, ...(toy ? { toy: { ...toy } } : {}), sha256, ...(reading ? { reading: readingJson(reading) } : {}) }
}

function readingJson({ options, ...sample }: ReadingRequest): JsonObject {
  const { kinds, ...others } = options
  return JSON.parse(JSON.stringify({ options: { ...others, ...(kinds ? { kinds: storedByName(kinds) } : {}) }, ...sample })) as JsonObject
}

function runJson({ status, seconds, builds, changes, stopped, failure, state }: SavedRun): JsonObject {
  const { bestEpoch, ...counts } = countsJson(state)
  return {
    status,
    ...counts,
    seconds,
    builds: [...(builds ?? [])],
    changes: JSON.parse(JSON.stringify(changes ?? [])),
    stopped: stopped ?? null,
    bestEpoch,
    failure: failure ? failureJson(failure) : null
  }
}

function failureJson({ code, details }: WireError): JsonObject {
  return { code, details: { ...details } }
}
