import type { ReadFormat } from '../data/read-options'
import type { RowSample } from '../data/row-sample'
import { inputNames, type Pipeline } from '../preparation/pipeline'
import { storedByName } from '../settings/by-name'
import type { Settings } from '../settings/settings'
import type { NetworkSpec } from '../network/spec'
import { jsonText, type Json } from './json'
import { networkJson, type Build } from './model-metadata'

/**
 * The data a run was made with: the sample's name, the file's without its folder, or the toy data set's reference; and the SHA-256
 * of its bytes in hex.
 */
export interface DataIdentity {
  readonly origin: 'sample' | 'file' | 'toy'
  readonly name: string
  readonly sha256: string
}

export interface Experiment {
  readonly data: DataIdentity
  /** How the file was read, and which of its rows; null for all. */
  readonly reading: ReadFormat & { readonly sample: RowSample | null }
  readonly settings: Settings
  readonly pipeline: Pipeline
  readonly network: NetworkSpec
  readonly trainRows: number
  readonly testRows: number
  readonly validationRows: number
  readonly droppedRows: number
  readonly build: Build
}

/**
 * experiment.json: all that repeats a run. The same experiment gives the same bytes, so it holds no date, no path and no machine.
 * Throws: format, when a constant is not finite.
 */
export function experimentJson({ data, reading, settings, pipeline, network, build, ...rows }: Experiment): string {
  const { origin, name, sha256 } = data
  const text = jsonText({
    format: 'backprop-lab-experiment',
    version: 1,
    data: { origin, name, sha256 },
    reading: { ...reading, missing: [...reading.missing], kinds: { ...reading.kinds }, sample: reading.sample && { ...reading.sample } },
    // The first target once more by itself, as files had it before there could be several.
    settings: { target: settings.targets[0], ...settings, loss: { ...settings.loss }, overrides: overridesJson(settings) },
    rows: { train: rows.trainRows, test: rows.testRows, validation: rows.validationRows, dropped: rows.droppedRows },
    pipeline: {
      features: pipeline.features.map((feature) => ({ ...feature })),
      target: { ...pipeline.targets[0] },
      targets: pipeline.targets.map((target) => ({ ...target })),
      scaling: pipeline.scaling,
      missing: pipeline.missing,
      encode: pipeline.encode,
      ...(pipeline.reading ? { reading: { ...pipeline.reading } } : {})
    },
    inputs: inputNames(pipeline),
    network: networkJson(network),
    build: { ...build }
  })
  return `${text}\n`
}

/** The choices of single features, without those that are left to all. */
function overridesJson({ overrides }: Settings): Json {
  return JSON.parse(JSON.stringify(storedByName(overrides))) as Json
}
