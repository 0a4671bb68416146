import { AppError } from '../messages/app-error'
import { requireJsonLimits } from './json-limits'

export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/**
 * Writes a value as JSON. JSON has no NaN and no infinity, for which JSON.stringify would silently write null.
 * Throws: format, naming the key.
 */
export function jsonText(value: Json, indent = 2): string {
  return JSON.stringify(value, refuseNonFinite, indent)
}

function refuseNonFinite(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new AppError('format.not-json-number', { name: key, value })
  }
  return value
}

/**
 * Parses a JSON text, strictly and within limits: a key that occurs twice in one object, where readers disagree about which counts, and the
 * key `__proto__`, which becomes a prototype when the object is copied, are refused. A byte order mark is skipped.
 * Throws: format.
 */
export function parseJson(text: string): Json {
  // Editors of some systems write a byte order mark, which JSON does not know (RFC 8259, section 8.1).
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  requireJsonLimits(json)
  try {
    return JSON.parse(json) as Json
  } catch (error) {
    throw new AppError('format.not-json', { problem: error instanceof Error ? error.message : String(error) })
  }
}

/** Whether a JSON value is an object. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
