import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { AppError } from '../messages/app-error'
import type { Note } from '../messages/catalogue'
import { numberBytes, utf8, viewOf } from './bytes'
import { isJsonObject, type Json, type JsonObject } from './json'
import type { ReadWeights, WeightsFile } from './weights-file'

/** The key of the metadata that holds the digest. */
const KEY = 'sha256'

/** Returns a file with the digest of its content as the last key of its metadata; one that it has already is replaced. */
export function sealed({ tensors, metadata }: WeightsFile): WeightsFile {
  const content = { tensors, metadata: without(metadata) }
  return { tensors, metadata: { ...content.metadata, [KEY]: digestOf(content) } }
}

/**
 * Returns a file that was read, without its digest, which must be that of the content. A file without one, of an earlier version or of
 * another program, is not verified.
 * Throws: format.
 */
export function unsealed({ tensors, metadata }: WeightsFile): ReadWeights {
  const content = { tensors, metadata: without(metadata) }
  if (!Object.hasOwn(metadata, KEY)) return { ...content, isVerified: false }
  if (metadata[KEY] !== digestOf(content)) throw new AppError('format.seal')
  return { ...content, isVerified: true }
}

/** Returns the notice that a file which was read is not verified; none where it is. */
export function notesOnSeal({ isVerified }: ReadWeights): Note[] {
  return isVerified ? [] : [{ code: 'note.unverified', details: {} }]
}

function without(metadata: JsonObject): JsonObject {
  const { [KEY]: _digest, ...rest } = metadata
  return rest
}

/**
 * The SHA-256, in hex, of all that a file holds, whatever its format, as UTF-8 and little-endian bytes: for each tensor, in the order of
 * their names by UTF-16 code units, the line `["W1","float32",[4,16]]` and its numbers; then the metadata, see `canonicalText`.
 */
function digestOf({ tensors, metadata }: WeightsFile): string {
  const hash = sha256.create()
  for (const { name, shape, data } of [...tensors].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const dtype = data instanceof Float32Array ? 'float32' : 'float64'
    hash.update(utf8(`${JSON.stringify([name, dtype, shape])}\n`)).update(numberBytes(data))
  }
  return bytesToHex(hash.update(utf8(canonicalText(metadata))).digest())
}

/**
 * A JSON value as text that does not depend on how its numbers are written: without spaces, keys in order by UTF-16 code units, each
 * number as the 16 hex digits of its little-endian float64.
 */
function canonicalText(value: Json | undefined): string {
  if (typeof value === 'number') return hexOf(value)
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalText(item)).join(',')}]`
  if (!isJsonObject(value)) return JSON.stringify(value)
  const keys = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalText(value[key])}`).join(',')}}`
}

function hexOf(value: number): string {
  const bytes = new Uint8Array(8)
  // JSON has no −0.
  viewOf(bytes).setFloat64(0, value === 0 ? 0 : value, true)
  return bytesToHex(bytes)
}
