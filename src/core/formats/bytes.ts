import { AppError } from '../messages/app-error'
import { numbers, type Numbers } from '../tensor/matrix'

/** Concatenates byte arrays. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    result.set(part, offset)
    offset += part.length
  }
  return result
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

/** Bytes of a text to decode: the longest string that every host can hold, 2²⁹ − 24 characters. */
const MOST_TEXT = 536_870_888

/** Decodes UTF-8 bytes. Throws: format, naming what the bytes are. */
export function fromUtf8(bytes: Uint8Array, what: string): string {
  if (bytes.length > MOST_TEXT) throw new AppError('format.too-large', { what, actual: bytes.length, limit: MOST_TEXT })
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new AppError('format.not-utf8', { what })
  }
}

/** Creates a view for multi-byte numbers, which are little-endian in files whatever the machine's order. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Encodes numbers as little-endian IEEE 754, 4 or 8 bytes each. */
export function numberBytes(data: Numbers): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.byteLength)
  const view = viewOf(bytes)
  if (data instanceof Float32Array) data.forEach((value, e) => view.setFloat32(4 * e, value, true))
  else data.forEach((value, e) => view.setFloat64(8 * e, value, true))
  return bytes
}

/** Decodes numbers from little-endian IEEE 754 bytes. */
export function numbersFrom(bytes: Uint8Array, precision: 'f32' | 'f64'): Numbers {
  const view = viewOf(bytes)
  const data = numbers(bytes.length / (precision === 'f32' ? 4 : 8), precision)
  if (precision === 'f32') for (let e = 0; e < data.length; e++) data[e] = view.getFloat32(4 * e, true)
  else for (let e = 0; e < data.length; e++) data[e] = view.getFloat64(8 * e, true)
  return data
}

/** Characters that are made of bytes at a time: as many arguments as every host takes. */
const PIECE = 8192

/** Encodes bytes as base64. */
export function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return btoa(text)
}

/** Decodes base64; null for anything else. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  let characters: string
  try {
    characters = atob(text)
  } catch {
    return null
  }
  const bytes = new Uint8Array(characters.length)
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at)
  return bytes
}
