import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { foldsCsv, foldsSummaryJson, metricOf, predictionsCsv, type FoldResult } from '#core'
import { writeAtomically } from './write-atomically'
import { removeRun, runPaths, testPredictions, type Run } from './run-files'

const FOLD = /^fold-[1-9]\d*$/

/** The folder of a run of a cross-validation, within the folder of the whole. */
export function foldFolder(folder: string, fold: number): string {
  return join(folder, `fold-${fold}`)
}

/** Every file that a run or a cross-validation can write to a folder, or take away from it. */
export async function trainingPaths(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  const existing = names.filter((name) => FOLD.test(name)).map((name) => join(folder, name))
  return [join(folder, 'folds.csv'), ...[folder, ...existing].flatMap(runPaths)]
}

/** Takes what an earlier run left there: its files, and those of folds that this one does not have. Throws: file. */
export async function clearForFolds(folder: string, folds: number): Promise<void> {
  await removeRun(folder)
  const names = await readdir(folder)
  for (const name of names.filter((one) => FOLD.test(one) && Number(one.slice('fold-'.length)) > folds)) await removeRun(join(folder, name))
}

/**
 * Writes what belongs to a cross-validation as a whole: the figures of each run, their means, and the prediction of every row by the
 * run in which it was a test row. The summary comes last. Throws: file.
 */
export async function writeFolds(folder: string, runs: readonly Run[]): Promise<void> {
  const metric = metricOf(runs[0].settings.loss)
  const results = foldResults(runs)
  const predictions = runs.flatMap((run) => (run.outcome.kind === 'finished' ? [testPredictions(run, run.outcome.parameters)] : []))
  await writeAtomically(join(folder, 'folds.csv'), foldsCsv(results, metric))
  if (predictions.length > 0) await writeAtomically(join(folder, 'predictions.csv'), predictionsCsv(...predictions))
  await writeAtomically(join(folder, 'summary.json'), foldsSummaryJson(results, metric))
}

/** The runs of a cross-validation, in order, as what their figures are taken from. */
export function foldResults(runs: readonly Run[]): FoldResult[] {
  return runs.map(({ prepared, history, resultEpoch, seconds, outcome }, f) => ({
    fold: f + 1,
    trainRows: prepared.train.rows.length,
    testRows: prepared.test.rows.length,
    history,
    resultEpoch,
    seconds,
    finished: outcome.kind === 'finished'
  }))
}
