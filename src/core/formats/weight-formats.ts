import { requireModelMetadata } from './model-metadata'
import { readNpz, writeNpz } from './npz'
import { readSafetensors, writeSafetensors } from './safetensors'
import type { ReadWeights, WeightsFile } from './weights-file'
import { readWeightsJson, writeWeightsJson } from './weights-json'

/** A file format of weights: reader and writer as pure functions. Both throw: format. */
export interface WeightFormat {
  /** File name extension, without the dot. */
  readonly extension: string
  write(file: WeightsFile): Uint8Array
  read(bytes: Uint8Array): ReadWeights
}

/** Restricts a reader to weights of a network, since a container may hold anything else. */
function readModel(read: (bytes: Uint8Array) => ReadWeights) {
  return (bytes: Uint8Array): ReadWeights => {
    const file = read(bytes)
    requireModelMetadata(file.metadata)
    return file
  }
}

/** Catalogue of weight formats; its keys are the stored names. A new format is one file and one entry. */
export const weightFormats = {
  safetensors: { extension: 'safetensors', write: writeSafetensors, read: readModel(readSafetensors) },
  npz: { extension: 'npz', write: writeNpz, read: readModel(readNpz) },
  json: { extension: 'json', write: writeWeightsJson, read: readModel(readWeightsJson) }
} as const satisfies Record<string, WeightFormat>

export type WeightFormatName = keyof typeof weightFormats

export const weightFormatNames = Object.keys(weightFormats) as WeightFormatName[]
