import type { Matrix } from '../tensor/matrix'
import { ratio } from './ratio'

/**
 * Computes accuracy = Σᵢ Cᵢᵢ / Σᵢⱼ Cᵢⱼ of a confusion matrix C: the fraction of correct predictions, 0–1; 0 without samples.
 */
export function accuracy({ columns, data }: Matrix): number {
  let right = 0
  let all = 0
  for (let e = 0; e < data.length; e++) {
    if (e % (columns + 1) === 0) right += data[e]
    all += data[e]
  }
  return ratio(right, all)
}
