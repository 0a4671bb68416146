import { fieldError } from '../settings/field-error'
import { fromUtf8, utf8 } from './bytes'
import { isJsonObject, jsonText, parseJson, type Json } from './json'
import { sealed, unsealed } from './seal'
import { isShape, requireFinite, requireObject, sizeOf, type ReadWeights, type StoredTensor, type WeightsFile } from './weights-file'

/**
 * Weights as JSON: the metadata with one more key, `tensors`, last because it is long:
 * `{ W1: { shape, dtype, data } }`, data row-major, numbers in their shortest form that reads back as the same float64.
 */

/**
 * Writes a JSON weights file: one line for each tensor.
 * Throws: format, when a weight is not finite.
 */
export function writeWeightsJson(file: WeightsFile): Uint8Array {
  requireFinite(file.tensors)
  const { tensors, metadata } = sealed(file)
  const description = jsonText(metadata).slice(0, -'\n}'.length)
  const lines = tensors.map(tensorLine).join(',\n')
  return utf8(`${description},\n  "tensors": {\n${lines}\n  }\n}\n`)
}

function tensorLine({ name, shape, data }: StoredTensor): string {
  const dtype = data instanceof Float32Array ? 'float32' : 'float64'
  // JavaScript writes −0 as 0, and Python reads -0 as an integer, which has no sign of its own.
  const numbers = Array.from(data, (value) => (Object.is(value, -0) ? '-0.0' : String(value)))
  return `    ${JSON.stringify(name)}: {"shape": [${shape.join(', ')}], "dtype": "${dtype}", "data": [${numbers.join(', ')}]}`
}

/**
 * Reads a JSON weights file.
 * Throws: format.
 */
export function readWeightsJson(bytes: Uint8Array): ReadWeights {
  const { tensors, ...metadata } = requireObject(parseJson(fromUtf8(bytes, 'JSON')))
  if (!isJsonObject(tensors)) throw fieldError('tensors', tensors, '{…}')
  return unsealed({ tensors: Object.entries(tensors).map(([name, tensor]) => readTensor(name, tensor)), metadata })
}

function readTensor(name: string, value: Json): StoredTensor {
  if (!isJsonObject(value)) throw fieldError(name, value, '{ shape, dtype, data }')
  const { shape, dtype, data } = value
  if (!isShape(shape)) throw fieldError(`${name}.shape`, shape, '[n], [n, m]')
  if (dtype !== 'float32' && dtype !== 'float64') throw fieldError(`${name}.dtype`, dtype, 'float32, float64')
  if (!isNumbers(data)) throw fieldError(`${name}.data`, data, '[…]')
  if (data.length !== sizeOf(shape)) throw fieldError(`${name}.data.length`, data.length, String(sizeOf(shape)))
  const tensor = { name, shape, data: dtype === 'float32' ? Float32Array.from(data) : Float64Array.from(data) }
  requireFinite([tensor])
  return tensor
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'number')
}
