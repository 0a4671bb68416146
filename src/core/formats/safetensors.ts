import { AppError } from '../messages/app-error'
import { fieldError } from '../settings/field-error'
import type { Precision } from '../tensor/matrix'
import { concatBytes, fromUtf8, numberBytes, numbersFrom, utf8, viewOf } from './bytes'
import { isJsonObject, jsonText, parseJson, type Json, type JsonObject } from './json'
import { sealed, unsealed } from './seal'
import { isShape, requireFinite, requireObject, sizeOf, type ReadWeights, type StoredTensor, type WeightsFile } from './weights-file'

/**
 * safetensors: 8 bytes with the header's length, a JSON header of names, types, shapes and offsets, then the numbers.
 * The metadata are one JSON text under the key `metadata` of `__metadata__`, which allows only strings.
 * Source: the format's specification, github.com/huggingface/safetensors.
 */

/** The limit of the format's reference implementation; a file that claims more is refused before anything is allocated for it. */
const HEADER_LIMIT = 100_000_000
const LENGTH_BYTES = 8

/** The first bytes of a file, which tell how long its header is. */
export const SAFETENSORS_START = LENGTH_BYTES + 1
const METADATA_KEY = 'metadata'

const dtypes = { F32: { precision: 'f32', bytes: 4 }, F64: { precision: 'f64', bytes: 8 } } as const

interface HeaderEntry {
  readonly name: string
  readonly shape: readonly number[]
  readonly precision: Precision
  readonly start: number
  readonly end: number
}

/**
 * Writes a safetensors file.
 * Throws: format, when a weight is not finite, or the metadata are larger than a header may be.
 */
export function writeSafetensors(file: WeightsFile): Uint8Array {
  requireFinite(file.tensors)
  const { tensors, metadata } = sealed(file)
  const header: Record<string, Json> = { __metadata__: { [METADATA_KEY]: jsonText(metadata, 0) } }
  let offset = 0
  for (const { name, shape, data } of tensors) {
    const end = offset + data.byteLength
    header[name] = { dtype: data instanceof Float32Array ? 'F32' : 'F64', shape, data_offsets: [offset, end] }
    offset = end
  }
  const text = utf8(jsonText(header, 0))
  if (text.length > HEADER_LIMIT) throw headerTooLarge(text.length)
  // Spaces after the header, as the reference implementation writes them, align the numbers to 8 bytes.
  const padding = new Uint8Array((LENGTH_BYTES - (text.length % LENGTH_BYTES)) % LENGTH_BYTES).fill(0x20)
  const length = new Uint8Array(LENGTH_BYTES)
  viewOf(length).setUint32(0, text.length + padding.length, true)
  return concatBytes([length, text, padding, ...tensors.map(({ data }) => numberBytes(data))])
}

/**
 * Reads a safetensors file, checking every claim of the header before allocating memory for it.
 * Throws: format.
 */
export function readSafetensors(bytes: Uint8Array): ReadWeights {
  const end = safetensorsHeaderEnd(bytes, bytes.length)
  const { header, entries } = readHeader(bytes.subarray(0, end))
  const metadata = readMetadata(header.__metadata__)
  const body = bytes.subarray(end)
  requireSeamless(entries, body.length)
  const tensors = entries.map(({ name, shape, precision, start, end }): StoredTensor => ({
    name,
    shape,
    data: numbersFrom(body.subarray(start, end), precision)
  }))
  requireFinite(tensors)
  return unsealed({ tensors, metadata })
}

/**
 * Returns the place where the header ends of a file of so many bytes, by its first ones.
 * Throws: format, for another kind of file, and a header that is too long, or longer than the file.
 */
export function safetensorsHeaderEnd(start: Uint8Array, size: number): number {
  if (size < LENGTH_BYTES + 2 || start[LENGTH_BYTES] !== 0x7b) throw notSafetensors()
  const view = viewOf(start)
  const length = view.getUint32(0, true)
  if (view.getUint32(4, true) !== 0 || length > HEADER_LIMIT) {
    throw headerTooLarge(view.getUint32(4, true) * 4294967296 + length)
  }
  const end = LENGTH_BYTES + length
  if (end > size) throw new AppError('format.size', { what: 'safetensors', expected: end, actual: size })
  return end
}

/** Requires that the header, which the bytes end with, is that of a file of so many bytes. Throws: format. */
export function requireSafetensorsBody(bytes: Uint8Array, size: number): void {
  requireSeamless(readHeader(bytes).entries, size - bytes.length)
}

/** Reads the header, which the bytes end with; its entries in the order of their offsets. */
function readHeader(bytes: Uint8Array): { header: JsonObject; entries: HeaderEntry[] } {
  const header = parseJson(fromUtf8(bytes.subarray(LENGTH_BYTES), 'safetensors header'))
  if (!isJsonObject(header)) throw notSafetensors()
  const entries = Object.keys(header)
    .filter((name) => name !== '__metadata__')
    .map((name) => readEntry(name, header[name]))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  return { header, entries }
}

function notSafetensors(): AppError {
  return new AppError('format.wrong-kind', { format: 'safetensors' })
}

function headerTooLarge(actual: number): AppError {
  return new AppError('format.too-large', { what: 'safetensors header', actual, limit: HEADER_LIMIT })
}

function readMetadata(value: Json | undefined): JsonObject {
  const text = isJsonObject(value) ? value[METADATA_KEY] : undefined
  if (typeof text !== 'string') throw new AppError('format.missing', { name: `__metadata__.${METADATA_KEY}` })
  return requireObject(parseJson(text))
}

function readEntry(name: string, value: Json): HeaderEntry {
  if (!isJsonObject(value)) throw fieldError(name, value, '{ dtype, shape, data_offsets }')
  const { dtype, shape, data_offsets: offsets } = value
  if (dtype !== 'F32' && dtype !== 'F64') throw fieldError(`${name}.dtype`, dtype, 'F32, F64')
  if (!isShape(shape)) throw fieldError(`${name}.shape`, shape, '[n], [n, m]')
  if (!isOffsets(offsets)) throw fieldError(`${name}.data_offsets`, offsets, '[begin, end]')
  const [start, end] = offsets
  const { precision, bytes } = dtypes[dtype]
  const expected = sizeOf(shape) * bytes
  if (end - start !== expected) throw new AppError('format.size', { what: name, expected, actual: end - start })
  return { name, shape, precision, start, end }
}

function isOffsets(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((offset) => Number.isSafeInteger(offset) && offset >= 0)
}

/** Requires that the entries, in order of their offsets, cover the body without gaps or overlaps. */
function requireSeamless(entries: readonly HeaderEntry[], length: number): void {
  let expected = 0
  for (const { name, start, end } of entries) {
    if (start !== expected) throw new AppError('format.offsets', { name, expected, actual: start })
    expected = end
  }
  if (expected !== length) throw new AppError('format.size', { what: 'safetensors', expected, actual: length })
}
