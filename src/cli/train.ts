import { prepare } from '#core'
import { environmentChoice } from '../node/kernels/environment-choice'
import { startBackend } from '../node/kernels/start-backend'
import { prepareFolder, type OutFolder } from '../node/files/out-folder'
import { writeRun } from '../node/files/run-files'
import { openData } from './data-source'
import { execute, type Experiment } from './execute'
import type { FlagName } from './flags'
import { reportError, type Surroundings } from './report-error'
import { reportDivergence, reportResult } from './report-run'
import { tell } from './tell'
import { trainFolds } from './train-folds'
import { readTrainFlags, type TrainRequest } from './train-request'
import { settingsFor } from './train-settings'

/**
 * `backprop-lab train`: reads the data, trains, checks every gradient, writes all of it, and answers the exit code. Whatever can be
 * refused is refused before the first step, and then no trace is left of the output folder.
 * Throws: flag, spec, file.
 */
export async function train(values: ReadonlyMap<FlagName, string>, surroundings: Surroundings): Promise<number> {
  const request = readTrainFlags(values)
  const folder = await prepareFolder(request.out)
  try {
    const experiment = await load(request, surroundings)
    const { split } = experiment.settings
    return await (split.kind === 'folds'
      ? trainFolds(experiment, split, folder, surroundings)
      : trainOnce(experiment, folder, surroundings))
  } catch (error) {
    await folder.undo()
    return reportError(error, surroundings, request.data.name)
  }
}

async function load(request: TrainRequest, surroundings: Surroundings): Promise<Experiment> {
  const data = await openData(request.data, request.reading, surroundings)
  const { settings, notes } = settingsFor(request, data.table)
  const prepared = prepare(data.table, settings)
  const backend = startBackend({ ...request.engine, choice: request.engine.choice ?? environmentChoice(surroundings.io.env) ?? 'auto' })
  tell([...data.table.notes, ...notes, ...prepared.notes, ...backend.notes], surroundings)
  return { data, settings, prepared, backend, sample: request.reading.sample, savesRows: request.savesRows }
}

async function trainOnce(experiment: Experiment, { path }: OutFolder, surroundings: Surroundings): Promise<number> {
  const { run, error } = await execute(experiment, surroundings)
  await writeRun(path, run)
  return error ? reportDivergence(error, run, path, surroundings) : reportResult(run, path, surroundings)
}
