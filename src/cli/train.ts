import { join } from 'node:path'
import { AppError, notesOnNoEffect, prepareTask } from '#core'
import { environmentChoice } from '../node/kernels/environment-choice'
import { startBackend } from '../node/kernels/start-backend'
import { trainingNames } from '../node/files/fold-files'
import { holdFolder } from '../node/files/lock-folder'
import { requireDistinct } from '../node/files/require-distinct'
import { prepareFolder } from '../node/files/out-folder'
import { sweepTemporaries } from '../node/files/replace-file'
import { finishReplacing } from '../node/files/replace-together'
import { runCooperatively } from '../node/tasks/run-cooperatively'
import { openData } from './data-source'
import { execute, type Experiment } from './execute'
import { required, type Values } from './flag-values'
import { reportError, type CommandContext } from './report-error'
import { reportDivergence, reportResult } from './report-run'
import { printNotes } from './print-notes'
import { requireResumable, storedRun, type StoredRun } from './stored-run'
import { trainFolds } from './train-folds'
import { readTrainFlags, type TrainRequest } from './train-request'
import { settingsFor } from './train-settings'

/**
 * Runs `backprop-lab train`: reads the data, trains, checks every gradient, writes the results, and returns the exit code. Whatever can be
 * refused is refused before the first step, without leaving an output folder.
 * Throws: flag, spec, file.
 */
export async function train(values: Values, context: CommandContext): Promise<number> {
  const stored = await readStored(values, context)
  if (typeof stored === 'number') return stored
  const request = readTrainFlags(values, stored)
  const { out } = request
  const names = await trainingNames(out)
  await requireDistinct(
    names.map((name) => join(out, name)),
    inputsOf(request, values)
  )
  const folder = await prepareFolder(out)
  try {
    return await whileHeld(out, () => trainInto(out, request, values, context))
  } catch (error) {
    await folder.undo()
    return reportError(error, context, request.data.name)
  }
}

/** Reads the run that a flag names; an error in one of its files is reported with the run's path, and its exit code is returned. */
async function readStored(values: Values, context: CommandContext): Promise<StoredRun | null | number> {
  try {
    return await storedRun(values, context)
  } catch (error) {
    return reportError(error, context, values.get('repeat') ?? values.get('resume'))
  }
}

/** Does something while no other process trains into a folder, once what one that ended has left there is put in order. */
async function whileHeld<T>(folder: string, act: () => Promise<T>): Promise<T> {
  const held = await holdFolder(folder)
  try {
    await finishReplacing(folder)
    await sweepTemporaries(folder)
    return await act()
  } finally {
    await held.release()
  }
}

async function trainInto(out: string, request: TrainRequest, values: Values, context: CommandContext): Promise<number> {
  const experiment = await load(request, values, context)
  const { split } = experiment.settings
  // The run of one fold that is trained again, or goes on, is that run alone.
  const ofFolds = split.kind === 'folds' && (request.stored === null || values.has('folds'))
  return ofFolds ? trainFolds(experiment, split, out, context) : trainOnce(experiment, out, context)
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
  const prepared = await runCooperatively(prepareTask(data.table, settings), { signal: context.signal })
  const backend = startBackend({ ...request.engine, choice: request.engine.choice ?? environmentChoice(context.io.env) ?? 'auto' })
  const { notes: weightsNotes = [] } = stored?.training ?? {}
  const ignored = values.has('arithmetic') ? [{ code: 'note.arithmetic', details: {} } as const] : []
  printNotes(
    [...ignored, ...weightsNotes, ...data.table.notes, ...notes, ...notesOnNoEffect(settings), ...prepared.notes, ...backend.notes],
    context
  )
  const { sample } = request.reading
  return { data, settings, prepared, backend, sample, savesRows: request.savesRows, check: request.check, stored }
}

async function trainOnce(experiment: Experiment, path: string, context: CommandContext): Promise<number> {
  const executed = await execute(experiment, path, context)
  const { run, error, saved } = executed
  return error ? reportDivergence(error, run, saved, context) : reportResult(executed, context)
}
