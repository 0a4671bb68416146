import { inputNames, type Pipeline } from '../experiment/pipeline'
import type { Settings } from '../experiment/settings'
import type { NetworkSpec } from '../network/spec'
import { jsonText } from './json'
import { networkJson, type Build } from './model-metadata'

/** The data a run was made with: the sample's name or the file's, without its folder, and the SHA-256 of its bytes in hex. */
export interface DataIdentity {
  readonly origin: 'sample' | 'file'
  readonly name: string
  readonly sha256: string
}

export interface Experiment {
  readonly data: DataIdentity
  readonly settings: Settings
  readonly pipeline: Pipeline
  readonly network: NetworkSpec
  readonly trainRows: number
  readonly testRows: number
  readonly droppedRows: number
  readonly build: Build
}

/**
 * experiment.json: all that repeats a run. The same experiment gives the same bytes, so it holds no date, no path and no machine.
 * Throws: format, when a constant is not finite.
 */
export function experimentJson({ data, settings, pipeline, network, trainRows, testRows, droppedRows, build }: Experiment): string {
  const { origin, name, sha256 } = data
  const text = jsonText({
    format: 'backprop-lab-experiment',
    version: 1,
    data: { origin, name, sha256 },
    settings: { ...settings, loss: { ...settings.loss } },
    rows: { train: trainRows, test: testRows, dropped: droppedRows },
    pipeline: {
      features: pipeline.features.map((feature) => ({ ...feature })),
      target: { ...pipeline.target },
      scaling: pipeline.scaling,
      missing: pipeline.missing
    },
    inputs: inputNames(pipeline),
    network: networkJson(network),
    build: { ...build }
  })
  return `${text}\n`
}
