import type { TargetConstants } from '../preparation/pipeline'
import { classProbabilities } from '../metrics/class-probabilities'
import { isPositive, predictedClasses } from '../metrics/predicted-classes'
import type { LossSpec } from '../nn/losses'
import type { Matrix } from '../tensor/matrix'

/** A network's predictions for rows, for drawing. */
export type RowPredictions =
  /** The predicted class of each row, and its probability. */
  | { readonly kind: 'classes'; readonly chosen: Uint16Array; readonly share: Float32Array }
  /** A number for each row, in the data's own units. */
  | { readonly kind: 'values'; readonly values: Float32Array }

/**
 * Converts outputs to predictions: classes with their probabilities (two for a binary label), or the numbers of the target `t` in the
 * data's own units.
 *
 * Shapes: outputs [rows, outputs] → [rows].
 */
export function rowPredictions(outputs: Matrix, targets: readonly TargetConstants[], loss: LossSpec, t = 0): RowPredictions {
  const target = targets[t]
  const { rows, columns, data } = outputs
  if (target.kind === 'number') {
    const { mean, scale } = target
    return { kind: 'values', values: Float32Array.from({ length: rows }, (_, i) => mean + scale * data[i * columns + t]) }
  }
  if (target.kind === 'label') {
    const yes = Float32Array.from({ length: rows }, (_, i) => data[i * columns + t])
    return {
      kind: 'classes',
      chosen: Uint16Array.from(yes, (p) => (isPositive(p) ? 1 : 0)),
      share: yes.map((p) => (isPositive(p) ? p : 1 - p))
    }
  }
  const shares = classProbabilities(outputs, loss)
  // A probability of one half counts as yes, whereas the argmax of two equals would be the first.
  const chosen = columns === 1 ? Uint16Array.from(data, (p) => (isPositive(p) ? 1 : 0)) : Uint16Array.from(predictedClasses(outputs))
  return { kind: 'classes', chosen, share: Float32Array.from(chosen, (j, i) => shares.data[i * shares.columns + j]) }
}
