import { LabError } from '../errors'

/**
 * What is found when everything that scores at least a threshold is called positive. The first threshold is Infinity,
 * where nothing is; the others are the distinct scores from the highest down.
 */
export interface ThresholdCounts {
  readonly thresholds: Float64Array
  /** Positives and negatives at or above each threshold. */
  readonly truePositives: Float64Array
  readonly falsePositives: Float64Array
  /** How many there are in all. */
  readonly positives: number
  readonly negatives: number
}

/**
 * Counts positives and negatives at or above every distinct score. Equal scores are one step, since no threshold can
 * tell them apart.
 *
 * Shapes: scores [samples], higher meaning more likely positive; truth [samples], 1 for positive, 0 for negative.
 * Throws: shape, when the two differ in length.
 */
export function thresholdCounts(scores: ArrayLike<number>, truth: ArrayLike<number>): ThresholdCounts {
  if (scores.length !== truth.length) {
    const expected = `${truth.length} scores`
    throw new LabError('shape.mismatch', { operation: 'threshold curve', expected, actual: `${scores.length}` })
  }
  const order = Uint32Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[b] - scores[a])
  const thresholds = [Infinity]
  const truePositives = [0]
  const falsePositives = [0]
  let hits = 0
  order.forEach((sample, place) => {
    hits += truth[sample]
    if (place + 1 < order.length && scores[order[place + 1]] === scores[sample]) return
    thresholds.push(scores[sample])
    truePositives.push(hits)
    falsePositives.push(place + 1 - hits)
  })
  return {
    thresholds: Float64Array.from(thresholds),
    truePositives: Float64Array.from(truePositives),
    falsePositives: Float64Array.from(falsePositives),
    positives: hits,
    negatives: scores.length - hits
  }
}
