import { fieldError } from '../settings/field-error'
import { storedByName } from '../settings/by-name'
import { parseSettings, type Settings } from '../settings/settings'
import type { DataIdentity, RunRecord } from '../runs/run-record'
import { fromUtf8 } from './bytes'
import { isJsonObject, jsonText, parseJson, type Json, type JsonObject } from './json'
import { requireObject } from './weights-file'

const FORMAT = 'backprop-lab-settings'
const VERSION = 1
const origins = ['sample', 'file', 'toy'] as const

/** Settings to share, with the data they were made for; null where that is open. */
export interface SettingsFile extends Pick<RunRecord, 'settings'> {
  readonly data: DataIdentity | null
}

/**
 * Writes a settings file for other machines. The same settings give the same bytes: no date, path or machine.
 * Throws: format, when a number is not finite.
 */
export function settingsJson({ data, settings }: SettingsFile): string {
  const text = jsonText({
    format: FORMAT,
    version: VERSION,
    data: data && { origin: data.origin, name: data.name, sha256: data.sha256 },
    settings: settingsObject(settings)
  })
  return `${text}\n`
}

/**
 * Reads a settings file, strictly; a byte order mark is skipped.
 * Throws: format, when it is another kind of file or of a later version; spec, naming the first invalid setting.
 */
export function readSettingsJson(bytes: Uint8Array): SettingsFile {
  const file = requireObject(parseJson(fromUtf8(bytes, 'JSON')))
  requireField(file, 'format', FORMAT)
  requireField(file, 'version', VERSION)
  return { data: readIdentity(file.data), settings: parseSettings(file.settings) }
}

/** Converts settings to a JSON value, always in the same order, without undefined fields. Throws: spec, format. */
export function settingsObject(settings: Settings): JsonObject {
  const parsed = parseSettings(settings)
  const { overrides, classWeights } = parsed
  const weights = classWeights === null || classWeights === 'balanced' ? classWeights : storedByName(classWeights)
  const stored = { ...parsed, overrides: storedByName(overrides), classWeights: weights }
  return JSON.parse(jsonText(stored as unknown as Json)) as JsonObject
}

function requireField(file: JsonObject, field: string, expected: Json): void {
  if (file[field] !== expected) throw fieldError(field, file[field], JSON.stringify(expected))
}

function readIdentity(value: Json | undefined): DataIdentity | null {
  if (value === undefined || value === null) return null
  if (!isJsonObject(value)) throw fieldError('data', value, '{…}')
  const { name, sha256 } = value
  const origin = origins.find((one) => one === value.origin)
  if (!origin) throw fieldError('data.origin', value.origin, origins.join(', '))
  if (typeof name !== 'string' || name === '') throw fieldError('data.name', name, '"…"')
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) throw fieldError('data.sha256', sha256, 'SHA-256')
  return { origin, name, sha256 }
}
