import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { weightFormatNames, type StoredExperiment } from '#core'
import { repeatableExperiment } from '../../node/files/run-experiment'
import { weightsFileName } from '../../node/files/run-files'
import { requireSameRun } from '../../node/files/same-run'
import type { HandlerContext } from '../context/handler-context'
import { readWeights, type OpenedWeights } from '../store/weights-run'
import { openWeights } from './open-weights'

/** A run that was described by its experiment.json: what it was trained with, and its weights where they are beside it. */
export interface FoundRun {
  readonly folder: string
  readonly experiment: StoredExperiment
  readonly weights: OpenedWeights | null
}

/** Reads the experiment.json of a run, and the weights beside it. Throws: data; format; spec; flag, when they are of another run. */
export async function readRun(path: string): Promise<FoundRun> {
  const folder = dirname(path)
  const experiment = await repeatableExperiment(path)
  const file = weightFormatNames.map((format) => join(folder, weightsFileName(format))).find((one) => existsSync(one))
  if (file === undefined) return { folder, experiment, weights: null }
  const weights = await readWeights(file)
  await requireSameRun(folder, weights.metadata)
  return { folder, experiment, weights }
}

/** Opens the table of a run with its settings, and the run as it was trained. Throws: request, naming the table to open first; data; spec. */
export async function openRun(context: HandlerContext, { folder, experiment, weights }: FoundRun): Promise<null> {
  const { sample, ...options } = experiment.reading
  await context.openSettings(experiment, folder, { options, ...(sample ? { sample } : {}) })
  return weights ? openWeights(context, weights) : null
}
