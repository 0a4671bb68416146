import { ln } from '../math/ln'
import { exp } from '../math/exp'
import type { Matrix } from '../tensor/matrix'

/**
 * Computes the log-odds of one class against all the others from the scores of each sample, sⱼ: ln(p/(1 − p)) = s_c − ln Σ over j ≠ c of
 * e^(sⱼ), in float64. They order samples as the probabilities do, but do not round to one value where p is near 1; of two classes they
 * are the difference of the scores, so that the order of one class is exactly the reverse of the other's.
 *
 * Shapes: scores [samples, classes] → [to − from].
 */
export function classLogOdds({ columns, data }: Matrix, c: number, from: number, to: number): Float64Array {
  const result = new Float64Array(to - from)
  for (let i = from; i < to; i++) {
    const row = data.subarray(i * columns, (i + 1) * columns)
    let top = -Infinity
    for (let j = 0; j < columns; j++) if (j !== c && row[j] > top) top = row[j]
    let sum = 0
    for (let j = 0; j < columns; j++) if (j !== c) sum += exp(row[j] - top)
    result[i - from] = row[c] - top - ln(sum)
  }
  return result
}
