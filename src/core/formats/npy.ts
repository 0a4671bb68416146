import { AppError } from '../messages/app-error'
import { fieldError } from '../settings/field-error'
import { concatBytes, numberBytes, numbersFrom, utf8, viewOf } from './bytes'
import { isShape, sizeOf, type StoredTensor } from './weights-file'

/**
 * npy: magic bytes, a version, a Python dictionary as text with type, order and shape, then the numbers.
 * Only numbers are read, never pickled objects, which are programs.
 * Source: NumPy Enhancement Proposal 1 and numpy.lib.format.
 */

/** Types of the arrays of a network's weights; `|u1` is that of the metadata. */
const descriptions = { '<f4': 4, '<f8': 8, '|u1': 1 } as const
type Description = keyof typeof descriptions

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] // \x93NUMPY
const PREFIX = MAGIC.length + 2

/** NumPy's own limit, since a header is evaluated as text. */
const HEADER_LIMIT = 10_000

/** NumPy pads the header so that the numbers begin at a multiple of this. */
const ALIGNMENT = 64

/** An array of bytes (NumPy's |u1). */
export interface ByteArray {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Writes an npy file of a tensor, byte for byte as numpy.save does. */
export function writeNpy({ shape, data }: StoredTensor): Uint8Array {
  return concatBytes([header(data instanceof Float32Array ? '<f4' : '<f8', shape), numberBytes(data)])
}

/** Writes an npy file of bytes. */
export function writeNpyBytes(bytes: Uint8Array): Uint8Array {
  return concatBytes([header('|u1', [bytes.length]), bytes])
}

function header(descr: Description, shape: readonly number[]): Uint8Array {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`
  const dictionary = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${tuple}, }`
  const unpadded = PREFIX + 2 + dictionary.length + 1
  const padding = ' '.repeat((ALIGNMENT - (unpadded % ALIGNMENT)) % ALIGNMENT)
  const text = utf8(`${dictionary}${padding}\n`)
  return concatBytes([Uint8Array.from([...MAGIC, 1, 0, text.length & 0xff, text.length >> 8]), text])
}

/**
 * Reads the array in an npy file: a tensor, or bytes. Arrays in Fortran order are returned row-major.
 * Throws: format.
 */
export function readNpy(name: string, file: Uint8Array): StoredTensor | ByteArray {
  const { descr, fortran, shape, bodyAt } = npyHeader(name, file)
  if (!isDescription(descr)) throw fieldError(`${name}.descr`, descr, Object.keys(descriptions).join(', '))
  if (!isShape(shape)) throw fieldError(`${name}.shape`, `(${shape.join(', ')})`, '(n,), (n, m)')
  const body = file.subarray(bodyAt)
  const expected = sizeOf(shape) * descriptions[descr]
  if (body.length !== expected) throw new AppError('format.size', { what: name, expected, actual: body.length })
  if (descr === '|u1') return { name, bytes: body }
  const data = numbersFrom(body, descr === '<f4' ? 'f32' : 'f64')
  return { name, shape, data: fortran && shape.length === 2 ? rowMajor(data, shape[0], shape[1]) : data }
}

function splitHeader(name: string, file: Uint8Array): { text: string; bodyAt: number } {
  const version = file[MAGIC.length]
  const wide = version === 2 || version === 3
  const textAt = PREFIX + (wide ? 4 : 2)
  if (file.length < textAt || MAGIC.some((byte, b) => file[b] !== byte)) throw new AppError('format.wrong-kind', { format: 'npy' })
  if (version !== 1 && !wide) throw new AppError('format.unsupported', { name, what: `npy ${version}.0` })
  const view = viewOf(file)
  const length = wide ? view.getUint32(PREFIX, true) : view.getUint16(PREFIX, true)
  if (length > HEADER_LIMIT) throw new AppError('format.too-large', { what: `npy header ${name}`, actual: length, limit: HEADER_LIMIT })
  const bodyAt = textAt + length
  if (bodyAt > file.length) throw new AppError('format.size', { what: name, expected: bodyAt, actual: file.length })
  return { text: String.fromCharCode(...file.subarray(textAt, bodyAt)), bodyAt }
}

const HEADER = /^\{\s*'descr':\s*'([^']*)',\s*'fortran_order':\s*(True|False),\s*'shape':\s*\(([\d\s,]*)\),?\s*\}\s*$/

/** The header of an npy file. */
export interface NpyHeader {
  /** Byte order, type and size of the numbers, such as `<f8`. */
  readonly descr: string
  /** Whether the first index varies fastest. */
  readonly fortran: boolean
  readonly shape: readonly number[]
  /** Offset of the numbers. */
  readonly bodyAt: number
}

/** Reads the header of an npy file. The keys are in the order in which NumPy always writes them. Throws: format. */
export function npyHeader(name: string, file: Uint8Array): NpyHeader {
  const { text, bodyAt } = splitHeader(name, file)
  const match = HEADER.exec(text)
  if (!match) throw fieldError(name, text.trim(), "{'descr': …, 'fortran_order': …, 'shape': …}")
  const [, descr, order, tuple] = match
  const shape = tuple
    .split(',')
    .filter((extent) => extent.trim() !== '')
    .map(Number)
  if (!shape.every((extent) => Number.isSafeInteger(extent) && extent >= 0)) throw fieldError(`${name}.shape`, `(${tuple})`, '(n, m, …)')
  return { descr, fortran: order === 'True', shape, bodyAt }
}

function isDescription(text: string): text is Description {
  return Object.hasOwn(descriptions, text)
}

function rowMajor<Data extends Float32Array | Float64Array>(columnMajor: Data, rows: number, columns: number): Data {
  const result = columnMajor.slice() as Data
  for (let e = 0; e < result.length; e++) result[e] = columnMajor[(e % columns) * rows + Math.floor(e / columns)]
  return result
}
