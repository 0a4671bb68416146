import { modelMetadata, storedTensors, type Build, type Parameters, type Prepared, type Settings, type WeightsFile } from '#core'

/** What weights were trained on and with. */
export interface Training {
  readonly prepared: Prepared
  readonly settings: Settings
  readonly build: Build
}

/** The weights with all that a prediction takes, for any of the formats. */
export function weightsFileOf({ prepared, settings, build }: Training, parameters: Parameters): WeightsFile {
  const { network, pipeline, loss } = prepared
  return { tensors: storedTensors(parameters), metadata: modelMetadata({ network, pipeline, loss, build, seeds: settings.seeds }) }
}
