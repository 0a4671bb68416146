import {
  modelMetadata,
  settingsObject,
  storedTensors,
  type Build,
  type EpochWeights,
  type Prepared,
  type Settings,
  type WeightsFile
} from '#core'

/** What weights were trained on and with. */
export interface Training {
  readonly prepared: Prepared
  readonly settings: Settings
  readonly build: Build
}

/** The weights with all that a prediction takes, and all that going on with their training does, for any of the formats. */
export function weightsFileOf({ prepared, settings, build }: Training, { epoch, parameters }: EpochWeights): WeightsFile {
  const { network, pipeline, loss } = prepared
  const model = modelMetadata({ network, pipeline, loss, build, seeds: settings.seeds })
  return { tensors: storedTensors(parameters), metadata: { ...model, training: { epoch, settings: settingsObject(settings) } } }
}
