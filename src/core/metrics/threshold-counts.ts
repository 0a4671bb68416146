import { AppError } from '../messages/app-error'
import { runToEnd, forEachPart, partRows, type CooperativeTask } from '../tasks/task'
import { sortNumbers } from './sort-numbers'

/**
 * Counts of positives and negatives predicted positive at each threshold, i.e. with a score of at least the threshold. The first threshold
 * is Infinity, where none is; the others are the distinct scores in descending order.
 */
export interface ThresholdCounts {
  readonly thresholds: Float64Array
  /** Positives and negatives at or above each threshold. */
  readonly truePositives: Float64Array
  readonly falsePositives: Float64Array
  /** Totals. */
  readonly positives: number
  readonly negatives: number
}

/** Computes `thresholdCountsTask` at once. */
export function thresholdCounts(scores: ArrayLike<number>, labels: ArrayLike<number>): ThresholdCounts {
  return runToEnd(thresholdCountsTask(scores, labels))
}

/**
 * Counts positives and negatives at or above every distinct score. Equal scores are one step, since no threshold separates them.
 *
 * Shapes: scores [samples], higher meaning more likely positive; labels [samples], 1 for positive, 0 for negative.
 * Throws: shape, when the two differ in length.
 */
export function* thresholdCountsTask(scores: ArrayLike<number>, labels: ArrayLike<number>): CooperativeTask<ThresholdCounts> {
  const count = scores.length
  if (count !== labels.length) {
    throw new AppError('shape.mismatch', { operation: 'threshold curve', expected: `${labels.length} scores`, actual: `${count}` })
  }
  const [own, other] = [new Float64Array(count), new Float64Array(count)]
  let positives = 0
  yield* forEachPart(count, (from, to) => {
    for (let i = from; i < to; i++) {
      if (labels[i] === 1) own[positives++] = scores[i]
      else other[i - positives] = scores[i]
    }
  })
  const negatives = count - positives
  const hits = yield* sortNumbers(own.subarray(0, positives))
  const misses = yield* sortNumbers(other.subarray(0, negatives))
  // Both from their ends, since the highest score comes first.
  const [thresholds, truePositives, falsePositives] = [
    new Float64Array(count + 1),
    new Float64Array(count + 1),
    new Float64Array(count + 1)
  ]
  thresholds[0] = Infinity
  let [steps, h, m] = [1, positives, negatives]
  while (h > 0 || m > 0) {
    const before = count - h - m
    for (let to = Math.min(count, steps + partRows); steps <= to && (h > 0 || m > 0); steps++) {
      const score = Math.max(h > 0 ? hits[h - 1] : -Infinity, m > 0 ? misses[m - 1] : -Infinity)
      while (h > 0 && hits[h - 1] >= score) h--
      while (m > 0 && misses[m - 1] >= score) m--
      thresholds[steps] = score
      truePositives[steps] = positives - h
      falsePositives[steps] = negatives - m
    }
    yield count - h - m - before
  }
  return {
    thresholds: thresholds.slice(0, steps),
    truePositives: truePositives.slice(0, steps),
    falsePositives: falsePositives.slice(0, steps),
    positives,
    negatives
  }
}
