import type { LossSpec } from '../nn/losses'
import { valuesOf, type Targets } from '../nn/targets'
import { gatherColumn, type Matrix } from '../tensor/matrix'
import { runToEnd, type CooperativeTask } from '../tasks/task'
import { classificationMetricsTask, type ClassificationMetrics } from './classification-metrics'

/** Computes `labelMetricsTask` at once. */
export function labelMetrics(outputs: Matrix, targets: Targets, spec: LossSpec): ClassificationMetrics[] {
  return runToEnd(labelMetricsTask(outputs, targets, spec))
}

/**
 * Computes the metrics of several labels, each as a binary classification of its own: one entry for each label.
 *
 * Shapes: outputs, targets [samples, labels].
 * Throws: shape.
 */
export function* labelMetricsTask(outputs: Matrix, targets: Targets, spec: LossSpec): CooperativeTask<ClassificationMetrics[]> {
  const labels = valuesOf(targets, outputs, 'label metrics')
  const metrics: ClassificationMetrics[] = []
  for (let label = 0; label < outputs.columns; label++) {
    metrics.push(
      yield* classificationMetricsTask(gatherColumn(outputs, label), { kind: 'values', values: gatherColumn(labels, label) }, spec)
    )
  }
  return metrics
}
