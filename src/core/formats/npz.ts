import { AppError } from '../messages/app-error'
import { fieldError } from '../settings/field-error'
import { fromUtf8, utf8 } from './bytes'
import { jsonText, parseJson } from './json'
import { readNpy, writeNpy, writeNpyBytes } from './npy'
import { sealed, unsealed } from './seal'
import { requireFinite, requireObject, type ReadWeights, type StoredTensor, type WeightsFile } from './weights-file'
import { readZip, writeZip } from './zip'

/**
 * npz: a zip archive with one npy file for each array, as numpy.savez writes it. The metadata are the array `metadata`, bytes of UTF-8
 * JSON, which NumPy reads without unpickling: `json.loads(bytes(file['metadata']))`.
 */

const METADATA = 'metadata'
const ENDING = '.npy'

/**
 * Writes an npz file.
 * Throws: format, when a weight is not finite.
 */
export function writeNpz(file: WeightsFile): Uint8Array {
  requireFinite(file.tensors)
  const { tensors, metadata } = sealed(file)
  return writeZip([
    ...tensors.map((tensor) => ({ name: `${tensor.name}${ENDING}`, bytes: writeNpy(tensor) })),
    { name: `${METADATA}${ENDING}`, bytes: writeNpyBytes(utf8(jsonText(metadata, 0))) }
  ])
}

/**
 * Reads an npz file.
 * Throws: format.
 */
export function readNpz(bytes: Uint8Array): ReadWeights {
  const tensors: StoredTensor[] = []
  let text: string | null = null
  for (const file of readZip(bytes)) {
    if (!file.name.endsWith(ENDING)) throw new AppError('format.unsupported', { name: file.name, what: `not ${ENDING}` })
    const name = file.name.slice(0, -ENDING.length)
    const array = readNpy(name, file.bytes)
    if ('data' in array) tensors.push(array)
    else if (name === METADATA) text = fromUtf8(array.bytes, METADATA)
    else throw fieldError(`${name}.descr`, '|u1', '<f4, <f8')
  }
  if (text === null) throw new AppError('format.missing', { name: METADATA })
  requireFinite(tensors)
  return unsealed({ tensors, metadata: requireObject(parseJson(text)) })
}
