import type { Metric } from '../metrics/metric'
import { momentsOf } from '../data/statistics'
import type { History } from '../train/history'
import { csvText } from './csv'
import { metricKey } from './history-csv'
import { jsonText } from './json'

/** One run of a cross-validation. */
export interface FoldResult {
  /** From 1. */
  readonly fold: number
  readonly trainRows: number
  readonly testRows: number
  readonly history: History
  /** Epoch whose weights are the result; the last one unless given. */
  readonly resultEpoch?: number
  readonly seconds: number
  /** Whether it was completed. */
  readonly finished: boolean
}

/** Returns the metrics of the epoch whose weights are a run's result, by their stored names. */
function figuresOf({ history, resultEpoch }: FoldResult, metric: Metric): Record<string, number> {
  const epoch = resultEpoch ?? Math.max(0, history.trainLoss.length - 1)
  return {
    trainLoss: history.trainLoss[epoch] ?? NaN,
    testLoss: history.testLoss[epoch] ?? NaN,
    [metricKey('train', metric)]: history.trainMetric[epoch] ?? NaN,
    [metricKey('test', metric)]: history.testMetric[epoch] ?? NaN,
    ...(history.validationLoss && history.validationMetric
      ? { validationLoss: history.validationLoss[epoch] ?? NaN, [metricKey('validation', metric)]: history.validationMetric[epoch] ?? NaN }
      : {})
  }
}

/** Writes folds.csv: the metrics of each run of a cross-validation, one line for each run. */
export function foldsCsv(folds: readonly FoldResult[], metric: Metric): string {
  const figures = folds.map((one) => figuresOf(one, metric))
  const header = ['fold', 'trainRows', 'testRows', ...Object.keys(figures[0])]
  return csvText(
    header,
    folds.map(({ fold, trainRows, testRows }, f) => [fold, trainRows, testRows, ...Object.values(figures[f])])
  )
}

/** Computes mean and population standard deviation of each metric over the completed runs; null where there is none. */
export function foldFigures(
  folds: readonly FoldResult[],
  metric: Metric
): Record<string, { mean: number | null; deviation: number | null }> {
  const figures = folds.filter(({ finished }) => finished).map((one) => figuresOf(one, metric))
  const names = Object.keys(figuresOf(folds[0], metric))
  return Object.fromEntries(
    names.map((name) => {
      const values = Float64Array.from(figures, (one) => one[name]).filter(Number.isFinite)
      if (values.length === 0) return [name, { mean: null, deviation: null }]
      const { mean, deviation } = momentsOf(values)
      return [name, { mean, deviation }]
    })
  )
}

/** Writes the summary.json of a cross-validation: the means of the runs' metrics under the usual names, and their standard deviations. */
export function foldsSummaryJson(folds: readonly FoldResult[], metric: Metric): string {
  const figures = Object.entries(foldFigures(folds, metric))
  const text = jsonText({
    folds: folds.length,
    finished: folds.filter(({ finished }) => finished).length,
    ...Object.fromEntries(figures.map(([name, { mean }]) => [name, mean])),
    deviation: Object.fromEntries(figures.map(([name, { deviation }]) => [name, deviation])),
    seconds: folds.reduce((sum, { seconds }) => sum + seconds, 0)
  })
  return `${text}\n`
}
