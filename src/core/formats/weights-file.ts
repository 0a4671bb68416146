import { AppError } from '../messages/app-error'
import { fieldError } from '../settings/field-error'
import type { Numbers } from '../tensor/matrix'
import { isJsonObject, type Json, type JsonObject } from './json'

/** A tensor as stored in a file, row-major: weights have the shape [in, out], a bias [out]. */
export interface StoredTensor {
  readonly name: string
  readonly shape: readonly number[]
  /** Its type is the stored precision. */
  readonly data: Numbers
}

/** Content of every weight format: the tensors in order, and metadata that make them usable without the program. */
export interface WeightsFile {
  readonly tensors: readonly StoredTensor[]
  readonly metadata: JsonObject
}

/** Weights as they were read. */
export interface ReadWeights extends WeightsFile {
  /** Whether the SHA-256 in the file was that of its content; false for a file without one. */
  readonly isVerified: boolean
}

/** Returns the number of elements of a shape. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, extent) => size * extent, 1)
}

/**
 * Requires that every number is finite: weights that are not are neither written nor read.
 * Throws: format, naming the tensor and the element (counted from 0, row-major).
 */
export function requireFinite(tensors: readonly StoredTensor[]): void {
  for (const { name, data } of tensors) {
    const element = data.findIndex((value) => !Number.isFinite(value))
    if (element >= 0) throw new AppError('format.not-finite', { tensor: name, element, value: data[element] })
  }
}

/** Whether a value is a list of whole numbers, 0 or more, that a tensor of weights can have as its shape. */
export function isShape(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    (value.length === 1 || value.length === 2) &&
    value.every((extent) => Number.isSafeInteger(extent) && extent >= 0)
  )
}

/** Requires that metadata are an object. Throws: format. */
export function requireObject(value: Json): JsonObject {
  if (!isJsonObject(value)) throw fieldError('metadata', value, '{…}')
  return value
}
