import {
  AppError,
  gradientCheckCsv,
  historyCsv,
  metricOf,
  settingsJson,
  weightFormats,
  weightsFileOf,
  type GradientCheckReport,
  type Trainer,
  type WeightFormatName
} from '#core'
import { writeAtomically } from '../../node/files/write-atomically'
import type { Experiment } from '../run/experiment'

/** Writes the weights that are the run's result, with all that a prediction takes. Throws: file, format, request. */
export async function saveWeights(path: string, format: WeightFormatName, experiment: Experiment, version: string): Promise<void> {
  const { runner, preparation: prepared, chosen: settings, changes } = experiment
  if (!runner || !prepared) throw new AppError('request.not-ready')
  const run = { ...prepared, settings, build: { app: version, engine: runner.builds.join(' + ') } }
  const file = weightsFileOf(run, runner.trainer.result, { state: runner.trainer.state(), changes })
  await writeAtomically(path, weightFormats[format].write(file))
}

/** Writes the settings with the data they are for. Throws: file, format. */
export async function saveSettings(path: string, { data: { origin, name, sha256 }, chosen: settings }: Experiment): Promise<void> {
  await writeAtomically(path, settingsJson({ data: { origin, name, sha256 }, settings }))
}

/** Writes a gradient check as CSV. Throws: file. */
export async function saveCheck(path: string, report: GradientCheckReport): Promise<void> {
  await writeAtomically(path, gradientCheckCsv(report))
}

/** Writes the curves as CSV. Throws: file. */
export async function saveHistory(path: string, { history, live }: Trainer): Promise<void> {
  await writeAtomically(path, historyCsv(history.slice(), metricOf(live.objective.loss)))
}
