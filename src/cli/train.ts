import { AppError, notesOnNoEffect, prepare } from '#core'
import { environmentChoice } from '../node/kernels/environment-choice'
import { startBackend } from '../node/kernels/start-backend'
import { trainingPaths } from '../node/files/fold-files'
import { requireDistinct } from '../node/files/require-distinct'
import { prepareFolder, type OutFolder } from '../node/files/out-folder'
import { openData } from './data-source'
import { execute, type Experiment } from './execute'
import { required, type Values } from './flag-values'
import { reportError, type CommandContext } from './report-error'
import { reportDivergence, reportResult } from './report-run'
import { printNotes } from './print-notes'
import { requireResumable, storedRun } from './stored-run'
import { trainFolds } from './train-folds'
import { readTrainFlags, type TrainRequest } from './train-request'
import { settingsFor } from './train-settings'

/**
 * Runs `backprop-lab train`: reads the data, trains, checks every gradient, writes the results, and returns the exit code. Whatever can be
 * refused is refused before the first step, without leaving an output folder.
 * Throws: flag, spec, file.
 */
export async function train(values: Values, context: CommandContext): Promise<number> {
  const request = readTrainFlags(values, await storedRun(values))
  await requireDistinct(await trainingPaths(request.out), inputsOf(request, values))
  const folder = await prepareFolder(request.out)
  try {
    const experiment = await load(request, values, context)
    const { split } = experiment.settings
    // The run of one fold that is trained again, or goes on, is that run alone.
    const ofFolds = split.kind === 'folds' && (request.stored === null || values.has('folds'))
    return await (ofFolds ? trainFolds(experiment, split, folder, context) : trainOnce(experiment, folder, context))
  } catch (error) {
    await folder.undo()
    return reportError(error, context, request.data.name)
  }
}

/** The files that are read besides the weights of a run that goes on, which may be replaced by it. */
function inputsOf({ data }: TrainRequest, values: Values): string[] {
  return [
    ...(data.kind === 'toy' || data.kind === 'sample' ? [] : [data.name]),
    ...(values.has('repeat') ? [required(values, 'repeat')] : [])
  ]
}

async function load(request: TrainRequest, values: Values, context: CommandContext): Promise<Experiment> {
  const { stored } = request
  const data = await openData(request.data, request.reading, context)
  if (stored && data.sha256 !== stored.experiment.data.sha256) throw new AppError('data.changed', { name: data.name })
  const { settings, notes } = settingsFor(request, data.table)
  if (stored) requireResumable(stored, settings, values)
  const prepared = prepare(data.table, settings)
  const backend = startBackend({ ...request.engine, choice: request.engine.choice ?? environmentChoice(context.io.env) ?? 'auto' })
  const { notes: weightsNotes = [] } = stored?.training ?? {}
  printNotes([...weightsNotes, ...data.table.notes, ...notes, ...notesOnNoEffect(settings), ...prepared.notes, ...backend.notes], context)
  const { sample } = request.reading
  return { data, settings, prepared, backend, sample, savesRows: request.savesRows, check: request.check, stored }
}

async function trainOnce(experiment: Experiment, { path }: OutFolder, context: CommandContext): Promise<number> {
  const executed = await execute(experiment, path, context)
  const { run, error, saved } = executed
  return error ? reportDivergence(error, run, saved, context) : reportResult(executed, context)
}
