import { createHash } from 'node:crypto'
import { namedTensors, type History, type Parameters } from '#core'

/** The SHA-256 of the bytes of arrays, one after another. */
export function digestOf(arrays: Iterable<ArrayBufferView>): string {
  const hash = createHash('sha256')
  for (const { buffer, byteOffset, byteLength } of arrays) hash.update(new Uint8Array(buffer, byteOffset, byteLength))
  return hash.digest('hex')
}

/** The SHA-256 of weights, in the order W1 b1 W2 …. */
export function digestOfParameters(parameters: Parameters): string {
  return digestOf(namedTensors(parameters).map(({ matrix }) => matrix.data))
}

/** The SHA-256 of a history's columns. */
export function digestOfHistory(history: History): string {
  return digestOf(Object.values(history) as Float64Array[])
}

/**
 * Returns plain data with the SHA-256 of its bytes in place of each array of numbers: two are equal exactly where the data have the same
 * bits, and a hundred thousand numbers are compared in a moment.
 */
export function withDigests(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return `${value.constructor.name} ${digestOf([value])}`
  if (Array.isArray(value)) return value.map(withDigests)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withDigests(one)]))
}
