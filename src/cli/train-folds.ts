import { join } from 'node:path'
import { AppError, foldFigures, metricOf, prepareTask, type Settings } from '#core'
import { foldFolder, foldResults, trainingNames, writeFolds } from '../node/files/fold-files'
import { saveOrRescue, type Saved } from '../node/files/rescue-folder'
import { foldName, writeCheck, writeRun, type Run } from '../node/files/run-files'
import { runCooperatively } from '../node/tasks/run-cooperatively'
import { alignedRows, percent, shortNumber } from './display'
import { execute, type Experiment, type RunWriter } from './execute'
import { exitCodes } from './exit-codes'
import { messages } from './messages'
import { reportDivergence, tellPlace } from './report-run'
import type { CommandContext } from './report-error'
import { printNotes } from './print-notes'

type Folds = Extract<Settings['split'], { kind: 'folds' }>

/**
 * Runs a cross-validation: one run for each fold, in a folder of its own, and then their combined results. Every fold is prepared once
 * before the first step, so that data that one of them cannot use are refused before anything is written, and again when its turn comes,
 * so that only one is in memory. What was in the folder is replaced by the first fold, and by it as a whole; the folder has a summary once
 * all folds are there. Returns the exit code: that of an interruption, which ends it, else the first that is not 0.
 * Throws: the signal's reason, where it came before the first step.
 */
export async function trainFolds(experiment: Experiment, split: Folds, path: string, context: CommandContext): Promise<number> {
  const { io, language, signal } = context
  const say = messages[language]
  const partOf = async (fold: number): Promise<Experiment> => {
    const settings: Settings = { ...experiment.settings, split: { ...split, fold } }
    return { ...experiment, settings, prepared: await runCooperatively(prepareTask(experiment.data.table, settings), { signal }) }
  }
  const folds = Array.from({ length: split.folds }, (_, f) => f + 1)
  for (const fold of folds) await partOf(fold)
  const runs: Run[] = []
  const replaced = await trainingNames(path)
  const printed = new Set(experiment.prepared.notes.map((note) => JSON.stringify(note)))
  let code: number = exitCodes.done
  let out = path
  for (const fold of folds) {
    io.stderr.write(`${say.fold(fold, split.folds)}\n`)
    const part = await partOf(fold).catch((error: unknown) => {
      if (signal.aborted && runs.length > 0) return null
      throw error
    })
    if (!part) break
    const fresh = part.prepared.notes.filter((note) => !printed.has(JSON.stringify(note)))
    printNotes(fresh, context)
    for (const note of fresh) printed.add(JSON.stringify(note))
    const executed = await execute(part, out, context, writerOf(fold, runs, out, replaced)).catch((error: unknown) => {
      // The folds before it are saved.
      if (runs.length === 0 || !isFileError(error)) throw error
      return error
    })
    if (executed instanceof AppError) {
      tellPlace({ folder: out, failure: executed }, context)
      code ||= exitCodes.elsewhere
      break
    }
    const { run, error, isInterrupted, saved } = executed
    runs.push(run)
    out = saved.folder
    const ofFold = { ...saved, folder: foldFolder(out, fold) }
    if (error) reportDivergence(error, run, ofFold, context)
    else tellPlace(ofFold, context)
    code ||= codeOf(run, saved)
    if (isInterrupted) break
  }
  const saved = await saveOrRescue(out, async (place) => {
    if (place !== out) await writeRuns(place, runs)
    await writeFolds(place, runs)
  }).catch((error: unknown) => {
    if (!isFileError(error)) throw error
    return { folder: out, failure: error }
  })
  tellPlace(saved, context)
  if (signal.aborted) io.stderr.write(`${say.foldsStopped(runs.length, split.folds, saved.folder)}\n`)
  io.stdout.write(`${foldTable(runs, context)}${say.folds}\n${join(saved.folder, 'folds.csv')}\n`)
  return code || (saved.failure ? exitCodes.elsewhere : exitCodes.done)
}

/** Writes a fold's run; elsewhere than the others are, these are written too, so that all are in one place. */
function writerOf(fold: number, earlier: readonly Run[], out: string, replaced: readonly string[]): RunWriter {
  const place = { fold, replaced: fold === 1 ? replaced.filter((name) => !name.startsWith(`${foldName(1)}/`)) : [] }
  return {
    async run(folder, run) {
      if (folder !== out) await writeRuns(folder, earlier)
      await writeRun(folder, run, place)
    },
    check: (folder, run) => writeCheck(folder, run, place)
  }
}

async function writeRuns(folder: string, runs: readonly Run[]): Promise<void> {
  for (const [f, run] of runs.entries()) await writeRun(folder, run, { fold: f + 1, replaced: [] })
}

function isFileError(error: unknown): error is AppError {
  return error instanceof AppError && error.kind === 'file'
}

function codeOf({ outcome }: Run, { failure }: Saved): number {
  if (outcome.kind === 'diverged') return exitCodes.diverged
  if (outcome.kind === 'finished' && outcome.check?.isWrong) return exitCodes.wrongGradient
  return failure ? exitCodes.elsewhere : exitCodes.done
}

/** Formats the metrics of each run, and their mean ± standard deviation. */
function foldTable(runs: readonly Run[], { language }: CommandContext): string {
  const say = messages[language]
  const metric = metricOf(runs[0].settings.loss)
  const figure = (name: string, value: number | null) =>
    value === null ? '—' : name.endsWith('Accuracy') ? percent(value) : shortNumber(value)
  const each = foldResults(runs).map((one) => foldFigures([{ ...one, finished: true }], metric))
  const all = Object.entries(foldFigures(foldResults(runs), metric))
  // Loss and metric of each side, by their stored names, such as testLoss.
  const title = (name: string) => {
    const side = (['train', 'test', 'validation'] as const).find((one) => name.startsWith(one)) ?? 'train'
    return `${name.endsWith('Loss') ? say.loss : say[metric]} (${say[side]})`
  }
  const heading = [say.foldColumn, ...all.map(([name]) => title(name))]
  const lines = each.map((figures, f) => [String(f + 1), ...Object.entries(figures).map(([name, { mean }]) => figure(name, mean))])
  const means = [say.means, ...all.map(([name, { mean, deviation }]) => `${figure(name, mean)} ± ${figure(name, deviation)}`)]
  return alignedRows([heading, ...lines, means])
}
