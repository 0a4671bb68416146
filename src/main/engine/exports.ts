import {
  engineBuild,
  gradientCheckCsv,
  historyCsv,
  metricOf,
  modelMetadata,
  storedTensors,
  weightFormats,
  LabError,
  type GradientCheckReport,
  type Trainer,
  type WeightFormatName
} from '#core'
import { saveFile } from '../../node/files'
import type { Experiment } from './experiment'

const utf8 = new TextEncoder()

/** Writes the weights as they stand, with all that a prediction takes. Throws: file, request. */
export async function saveWeights(path: string, format: WeightFormatName, experiment: Experiment, version: string): Promise<void> {
  const { runner, pipeline: prepared, chosen } = experiment
  if (!runner || !prepared) throw new LabError('request.not-ready')
  const bytes = weightFormats[format].write({
    tensors: storedTensors(runner.trainer.parameters),
    metadata: modelMetadata({
      network: prepared.network,
      loss: prepared.loss,
      pipeline: prepared.pipeline,
      seeds: chosen.seeds,
      build: { app: version, engine: engineBuild }
    })
  })
  await saveFile(path, bytes)
}

/** Writes a gradient check as CSV. Throws: file. */
export async function saveCheck(path: string, report: GradientCheckReport): Promise<void> {
  await saveFile(path, utf8.encode(gradientCheckCsv(report)))
}

/** Writes the curves as CSV. Throws: file. */
export async function saveHistory(path: string, { history, live }: Trainer): Promise<void> {
  await saveFile(path, utf8.encode(historyCsv(history.slice(), metricOf(live.objective.loss))))
}
