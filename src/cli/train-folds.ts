import { join } from 'node:path'
import { foldFigures, metricOf, prepare, type Settings } from '#core'
import { clearForFolds, foldFolder, foldResults, writeFolds } from '../node/files/fold-files'
import { saveOrRescue, type Saved } from '../node/files/rescue-folder'
import { prepareFolder, type OutFolder } from '../node/files/out-folder'
import type { Run } from '../node/files/run-files'
import { alignedRows, percent, shortNumber } from './display'
import { execute, type Experiment } from './execute'
import { exitCodes } from './exit-codes'
import { messages } from './messages'
import { reportDivergence, tellPlace } from './report-run'
import type { CommandContext } from './report-error'
import { printNotes } from './print-notes'

type Folds = Extract<Settings['split'], { kind: 'folds' }>

/**
 * Runs a cross-validation: one run for each fold, in a folder of its own, and then their combined results. Every fold is prepared once
 * before the first step, so that data that one of them cannot use are refused before anything is written, and again when its turn comes,
 * so that only one is in memory. Returns the exit code: that of an interruption, which ends it, else the first that is not 0.
 */
export async function trainFolds(experiment: Experiment, split: Folds, { path }: OutFolder, context: CommandContext): Promise<number> {
  const { io, language } = context
  const say = messages[language]
  const partOf = (fold: number): Experiment => {
    const settings: Settings = { ...experiment.settings, split: { ...split, fold } }
    return { ...experiment, settings, prepared: prepare(experiment.data.table, settings) }
  }
  const folds = Array.from({ length: split.folds }, (_, f) => f + 1)
  for (const fold of folds) partOf(fold)
  await clearForFolds(path, split.folds)
  const runs: Run[] = []
  const printed = new Set(experiment.prepared.notes.map((note) => JSON.stringify(note)))
  let code: number = exitCodes.done
  for (const fold of folds) {
    io.stderr.write(`${say.fold(fold, split.folds)}\n`)
    const part = partOf(fold)
    const fresh = part.prepared.notes.filter((note) => !printed.has(JSON.stringify(note)))
    printNotes(fresh, context)
    for (const note of fresh) printed.add(JSON.stringify(note))
    const folder = foldFolder(path, fold)
    // Where it cannot be made, the run is saved elsewhere.
    await prepareFolder(folder).catch(() => undefined)
    const { run, error, isInterrupted, saved } = await execute(part, folder, context)
    runs.push(run)
    if (error) reportDivergence(error, run, saved, context)
    else tellPlace(saved, context)
    code ||= codeOf(run, saved)
    if (isInterrupted) {
      io.stderr.write(`${say.stopped(run.history.trainLoss.length - 1, run.step, saved.folder)}\n`)
      code = exitCodes.interrupted
      break
    }
  }
  const saved = await saveOrRescue(path, (place) => writeFolds(place, runs))
  tellPlace(saved, context)
  io.stdout.write(`${foldTable(runs, context)}${say.folds}\n${join(saved.folder, 'folds.csv')}\n`)
  return code || (saved.failure ? exitCodes.elsewhere : exitCodes.done)
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
