import type { Metric } from '../metrics/metric'
import type { History } from '../train/history'
import type { EvaluationSet } from '../train/machine'
import { csvText } from './csv'

const metricNames = { accuracy: 'Accuracy', r2: 'R2' } as const satisfies Record<Metric, string>

/** Returns the stored name of a metric in history.csv and summary.json: `trainAccuracy`, `testR2`, … */
export function metricKey(set: EvaluationSet, metric: Metric): string {
  return `${set}${metricNames[metric]}`
}

/**
 * Writes the curves as CSV, from epoch 1 on; entry 0 of the history, the untrained network, is not an epoch. Without test rows those cells
 * are empty, and in an epoch that was not evaluated all are. Where there are validation rows their two columns come last.
 */
export function historyCsv(history: History, metric: Metric): string {
  const { trainLoss, testLoss, trainMetric, testMetric, validationLoss, validationMetric } = history
  const held = validationLoss && validationMetric ? [validationLoss, validationMetric] : []
  const header = ['epoch', 'trainLoss', 'testLoss', metricKey('train', metric), metricKey('test', metric)]
  const heldHeader = held.length > 0 ? ['validationLoss', metricKey('validation', metric)] : []
  const rows = Array.from(trainLoss, (loss, epoch) => [
    epoch,
    loss,
    testLoss[epoch],
    trainMetric[epoch],
    testMetric[epoch],
    ...held.map((figures) => figures[epoch])
  ])
  return csvText([...header, ...heldHeader], rows.slice(1))
}
