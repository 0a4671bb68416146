import type { Matrix } from '../tensor/matrix'
import { ratio } from './ratio'

/**
 * accuracy = Σᵢ Cᵢᵢ / Σᵢⱼ Cᵢⱼ of a confusion matrix C: the share of right answers, 0–1; 0 when there is none at all.
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
