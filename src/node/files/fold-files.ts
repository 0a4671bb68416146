import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { foldsCsv, foldsSummaryJson, metricOf, predictionsCsv, type FoldResult } from '#core'
import { replaceTogether } from './replace-together'
import { FOLDS, fileNames, foldName, testPredictions, type Run } from './run-files'
import { systemCode, writeError } from './system-errors'

const FOLD = /^fold-[1-9]\d*$/

/** The folder of a run of a cross-validation, within the folder of the whole. */
export function foldFolder(folder: string, fold: number): string {
  return join(folder, foldName(fold))
}

/**
 * Returns every file that a run or a cross-validation can write to a folder, or take away from it, by its name there. Throws: file, where
 * the folder is there and cannot be listed: what it holds could be left among the files of another run.
 */
export async function trainingNames(folder: string): Promise<string[]> {
  const folds = (await namesIn(folder)).filter((name) => FOLD.test(name))
  return [FOLDS, ...fileNames, ...folds.flatMap((fold) => fileNames.map((name) => `${fold}/${name}`))]
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw writeError(folder, error)
  }
}

/**
 * Writes what belongs to a cross-validation as a whole: the figures of each run, their means, and the prediction of every row by the
 * run in which it was a test row. The caller holds the folder. Throws: file.
 */
export async function writeFolds(folder: string, runs: readonly Run[]): Promise<void> {
  const metric = metricOf(runs[0].settings.loss)
  const results = foldResults(runs)
  const predictions = runs.flatMap((run) => (run.outcome.kind === 'finished' ? [testPredictions(run, run.outcome.parameters)] : []))
  const contents = new Map([[FOLDS, foldsCsv(results, metric)]])
  if (predictions.length > 0) contents.set('predictions.csv', predictionsCsv(...predictions))
  contents.set('summary.json', foldsSummaryJson(results, metric))
  await replaceTogether(folder, { contents, gone: [] })
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
