import type { LossSpec } from '../nn/losses'
import { valuesOf, type Targets } from '../nn/targets'
import { zeros, type Matrix } from '../tensor/matrix'
import { classificationMetrics, type ClassificationMetrics } from './classification-metrics'

/**
 * Judges the outputs of several labels, each by itself as a question of no and yes: one entry a label.
 *
 * Shapes: outputs, targets [samples, labels].
 * Throws: shape.
 */
export function labelMetrics(outputs: Matrix, targets: Targets, spec: LossSpec): ClassificationMetrics[] {
  const truth = valuesOf(targets, outputs, 'label metrics')
  return Array.from({ length: outputs.columns }, (_, label) =>
    classificationMetrics(columnOf(outputs, label), { kind: 'values', values: columnOf(truth, label) }, spec)
  )
}

function columnOf({ rows, columns, data }: Matrix, column: number): Matrix {
  const result = zeros(rows, 1)
  for (let i = 0; i < rows; i++) result.data[i] = data[i * columns + column]
  return result
}
