import type { TargetConstants } from '../preparation/pipeline'
import { classProbabilities } from '../metrics/class-probabilities'
import { isPositive, predictedClasses } from '../metrics/predicted-classes'
import type { LossSpec } from '../nn/losses'
import type { Matrix } from '../tensor/matrix'

/** What a network answers for rows, as it is drawn. */
export type DrawnAnswers =
  /** The class of each row, and the probability it is given. */
  | { readonly kind: 'classes'; readonly chosen: Uint16Array; readonly share: Float32Array }
  /** A number for each row, in the data's own units. */
  | { readonly kind: 'values'; readonly values: Float32Array }

/**
 * The answers in the outputs: classes with their probabilities (two for a yes-or-no label), or the numbers of the target `t`, freed of
 * their scaling.
 *
 * Shapes: outputs [rows, outputs] → [rows].
 */
export function drawnAnswers(outputs: Matrix, targets: readonly TargetConstants[], loss: LossSpec, t = 0): DrawnAnswers {
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
  // One half counts as yes, where the larger of two would be the first.
  const chosen = columns === 1 ? Uint16Array.from(data, (p) => (isPositive(p) ? 1 : 0)) : Uint16Array.from(predictedClasses(outputs))
  return { kind: 'classes', chosen, share: Float32Array.from(chosen, (j, i) => shares.data[i * shares.columns + j]) }
}
