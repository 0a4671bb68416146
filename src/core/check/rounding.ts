import type { BasePass } from './moved-point'

/** 2⁻⁵³, the relative rounding error of a float64. */
const UNIT = 1.1102230246251565e-16

/** 2⁻²⁰: a relative change of an output by which the sensitivity of its row's loss is measured. */
const NUDGE = 9.5367431640625e-7

/**
 * Estimates the rounding error of the sum of a batch's row losses: u·√Σ sᵢ², sᵢ being the size of the numbers that row i's loss is made of.
 * These are the loss itself, 1 for a softmax (the logarithm of a sum that is at least 1), and each output times the slope of the loss there,
 * which is measured by changing the output.
 * Source: N. Higham, "Accuracy and stability of numerical algorithms", 2002, section 2.8 (errors add up like √N).
 */
export function lossNoise({ cache, loss, rowTargets, rowLosses }: BasePass): number {
  const { Z, A } = cache[cache.length - 1]
  const { columns, data } = loss.reads === 'logits' ? Z : A
  let squares = 0
  for (let i = 0; i < rowLosses.length; i++) {
    const row = Float64Array.from(data.subarray(i * columns, (i + 1) * columns))
    const matrix = { rows: 1, columns, data: row }
    let size = Math.abs(rowLosses[i]) + (loss.kind === 'softmax-cross-entropy' ? 1 : 0)
    for (let j = 0; j < columns; j++) {
      const kept = row[j]
      row[j] = kept * (1 + NUDGE)
      size += Math.abs(loss.value(matrix, rowTargets[i]) - rowLosses[i]) / NUDGE
      row[j] = kept
    }
    if (size < Infinity) squares += size * size
  }
  return UNIT * Math.sqrt(squares)
}
