import type { LossSpec } from '../nn/losses'
import { valuesOf, type Targets } from '../nn/targets'
import { gatherColumn, type Matrix } from '../tensor/matrix'
import { finish, type Work } from '../tasks/task'
import { findClassificationMetrics, type ClassificationMetrics } from './classification-metrics'

/** `findLabelMetrics` at once. */
export function labelMetrics(outputs: Matrix, targets: Targets, spec: LossSpec): ClassificationMetrics[] {
  return finish(findLabelMetrics(outputs, targets, spec))
}

/**
 * Judges the outputs of several labels, each by itself as a question of no and yes: one entry a label.
 *
 * Shapes: outputs, targets [samples, labels].
 * Throws: shape.
 */
export function* findLabelMetrics(outputs: Matrix, targets: Targets, spec: LossSpec): Work<ClassificationMetrics[]> {
  const truth = valuesOf(targets, outputs, 'label metrics')
  const labels: ClassificationMetrics[] = []
  for (let label = 0; label < outputs.columns; label++) {
    labels.push(yield* findClassificationMetrics(gatherColumn(outputs, label), { kind: 'values', values: gatherColumn(truth, label) }, spec))
  }
  return labels
}
