import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, sentence, type LabError, type Note } from '#core'
import { loadData, loadSample, type LoadedData } from '../node/data-file'
import { choiceOf } from '../node/engine/request'
import { startEngine } from '../node/engine/start'
import { prepareFolder } from '../node/out-folder'
import { loadToyReference } from '../node/toy-data'
import { weightsFileName, writeRun, type Run } from '../node/run-files'
import { execute, type Executed, type Experiment } from './execute'
import { exitCodes } from './exit-codes'
import type { FlagName } from './flags'
import { messages } from './messages'
import { reportError, type Surroundings } from './report-error'
import { resultTable } from './result-table'
import { readTrainFlags, type DataSource, type TrainRequest } from './train-request'
import { settingsFor } from './train-settings'

/**
 * `backprop-lab train`: reads the data, trains, checks every gradient, writes all of it, and answers the exit code. Whatever can be
 * refused is refused before the first step, and then no trace is left of the output folder.
 * Throws: flag, spec, file.
 */
export async function train(values: ReadonlyMap<FlagName, string>, surroundings: Surroundings): Promise<number> {
  const request = readTrainFlags(values)
  const folder = await prepareFolder(request.out)
  let executed: Executed
  try {
    executed = await execute(await load(request, surroundings), surroundings)
  } catch (error) {
    await folder.undo()
    return reportError(error, surroundings, request.data.name)
  }
  const { run, error } = executed
  await writeRun(request.out, run)
  return error ? reportDivergence(error, run, request.out, surroundings) : reportResult(run, request.out, surroundings)
}

async function load(request: TrainRequest, surroundings: Surroundings): Promise<Experiment> {
  const data = await openData(request.data, surroundings.io.dataFolder)
  const { settings, notes } = settingsFor(request, data.table)
  const prepared = prepare(data.table, settings)
  const engine = startEngine({ ...request.engine, choice: request.engine.choice ?? choiceOf(surroundings.io.env) ?? 'auto' })
  tell([...data.table.notes, ...notes, ...prepared.notes, ...engine.notes], surroundings)
  return { data, settings, prepared, engine }
}

/** A bare name that is no file is taken for a mistyped sample, so that the error lists them. */
function openData({ kind, name }: DataSource, dataFolder: string): Promise<LoadedData> {
  if (kind === 'toy') return Promise.resolve(loadToyReference(name))
  const isSample = kind === 'sample' || (kind === 'bare-name' && !existsSync(name))
  return isSample ? loadSample(name, dataFolder) : loadData(name)
}

function tell(notes: readonly Note[], { io, language }: Surroundings): void {
  for (const { code, details } of notes) {
    io.stderr.write(`${messages[language].note}${sentence(code, details, language)}\n`)
  }
}

function reportDivergence(error: LabError, { history }: Run, out: string, { io, language }: Surroundings): number {
  const epochs = Math.max(0, history.trainLoss.length - 1)
  io.stderr.write(`${error.sentence(language)}\n${messages[language].divergedSaved(epochs, out)}\n`)
  return exitCodes.diverged
}

/** The last line on stdout is the path of the weights and nothing else. */
function reportResult(run: Run, out: string, { io, language }: Surroundings): number {
  const say = messages[language]
  const { outcome, history } = run
  io.stdout.write(`${resultTable(run, language)}${say.weights}\n${join(out, weightsFileName('safetensors'))}\n`)
  if (outcome.kind === 'interrupted') {
    io.stderr.write(`${say.stopped(history.trainLoss.length - 1, outcome.step, out)}\n`)
    return exitCodes.interrupted
  }
  if (outcome.kind !== 'finished' || outcome.check.confirmed) return exitCodes.done
  io.stderr.write(`${say.gradientsWrong(outcome.check.failed)}\n`)
  return exitCodes.wrongGradient
}
