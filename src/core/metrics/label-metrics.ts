import type { LossSpec } from '../nn/losses'
import { valuesOf, type Targets } from '../nn/targets'
import { gatherColumn, type Matrix } from '../tensor/matrix'
import { runToEnd, type CooperativeTask } from '../tasks/task'
import { classificationMetricsTask, type ClassificationMetrics } from './classification-metrics'

/** `labelMetricsTask` at once. */
export function labelMetrics(outputs: Matrix, targets: Targets, spec: LossSpec): ClassificationMetrics[] {
  return runToEnd(labelMetricsTask(outputs, targets, spec))
}

/**
 * Judges the outputs of several labels, each by itself as a question of no and yes: one entry a label.
 *
 * Shapes: outputs, targets [samples, labels].
 * Throws: shape.
 */
export function* labelMetricsTask(outputs: Matrix, targets: Targets, spec: LossSpec): CooperativeTask<ClassificationMetrics[]> {
  const truth = valuesOf(targets, outputs, 'label metrics')
  const labels: ClassificationMetrics[] = []
  for (let label = 0; label < outputs.columns; label++) {
    labels.push(
      yield* classificationMetricsTask(gatherColumn(outputs, label), { kind: 'values', values: gatherColumn(truth, label) }, spec)
    )
  }
  return labels
}
