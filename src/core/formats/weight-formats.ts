import { requireModelMetadata } from './model-metadata'
import { readNpz, writeNpz } from './npz'
import { readSafetensors, writeSafetensors } from './safetensors'
import type { WeightsFile } from './weights-file'
import { readWeightsJson, writeWeightsJson } from './weights-json'

/** A kind of file that weights are kept in: both directions, as pure functions. Both throw: format. */
export interface WeightFormat {
  /** The ending of its files' names, without the dot. */
  readonly extension: string
  write(file: WeightsFile): Uint8Array
  read(bytes: Uint8Array): WeightsFile
}

/** A reader that takes weights of a network only, not whatever else the container could hold. */
function readModel(read: (bytes: Uint8Array) => WeightsFile) {
  return (bytes: Uint8Array): WeightsFile => {
    const file = read(bytes)
    requireModelMetadata(file.metadata)
    return file
  }
}

/** The catalogue of weight formats; its keys are the stored names. A new one is one file and one entry. */
export const weightFormats = {
  safetensors: { extension: 'safetensors', write: writeSafetensors, read: readModel(readSafetensors) },
  npz: { extension: 'npz', write: writeNpz, read: readModel(readNpz) },
  json: { extension: 'json', write: writeWeightsJson, read: readModel(readWeightsJson) }
} as const satisfies Record<string, WeightFormat>

export type WeightFormatName = keyof typeof weightFormats

export const weightFormatNames = Object.keys(weightFormats) as WeightFormatName[]
