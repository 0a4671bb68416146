import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError, areaUnderCurve, averagePrecision, precisionRecallCurve, rocCurve } from '#core'

/** Scores with many equal ones, and a truth with at least one of each kind. */
const scored = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 1 })), { maxLength: 40 })
  .map((pairs) => [[3, 1], [4, 0], ...pairs])
  .map((pairs) => ({ scores: pairs.map(([score]) => score / 6), truth: pairs.map(([, y]) => y) }))

/** The definition: how often a positive scores above a negative, an equal score counting one half. */
function pairsWon({ scores, truth }: { scores: number[]; truth: number[] }): number {
  const of = (kind: number) => scores.filter((_, i) => truth[i] === kind)
  const points = (positive: number, negative: number) => (positive > negative ? 1 : positive === negative ? 0.5 : 0)
  const won = of(1).flatMap((positive) => of(0).map((negative) => points(positive, negative)))
  return won.reduce((sum: number, x) => sum + x, 0) / won.length
}

describe('the area under a ROC curve', () => {
  it('is the share of pairs in which the positive scores higher', () => {
    fc.assert(
      fc.property(scored, ({ scores, truth }) => {
        expect(areaUnderCurve(rocCurve(scores, truth))).toBeCloseTo(pairsWon({ scores, truth }), 12)
      })
    )
  })

  it('becomes 1 minus itself when all scores change their sign', () => {
    fc.assert(
      fc.property(scored, ({ scores, truth }) => {
        const mirrored = areaUnderCurve(
          rocCurve(
            scores.map((s) => -s),
            truth
          )
        )
        expect(mirrored).toBeCloseTo(1 - areaUnderCurve(rocCurve(scores, truth)), 12)
      })
    )
  })

  it('is not a number when there is nothing to find, or nothing else', () => {
    expect(areaUnderCurve(rocCurve([0.1, 0.9], [0, 0]))).toBeNaN()
    expect(areaUnderCurve(rocCurve([0.1, 0.9], [1, 1]))).toBeNaN()
  })
})

describe('a ROC curve', () => {
  it('rises from (0, 0) to (1, 1), whatever the order of the samples', () => {
    fc.assert(
      fc.property(scored, ({ scores, truth }) => {
        const curve = rocCurve(scores, truth)
        const { falsePositiveRate: x, truePositiveRate: y } = curve
        expect([x[0], y[0], x.at(-1), y.at(-1)]).toEqual([0, 0, 1, 1])
        for (let i = 1; i < x.length; i++) expect(x[i] >= x[i - 1] && y[i] >= y[i - 1]).toBe(true)
        expect(rocCurve(scores.toReversed(), truth.toReversed())).toEqual(curve)
      })
    )
  })

  it('has one point for all equal scores, and one at Infinity', () => {
    expect([...rocCurve([0.5, 0.5, 0.5], [1, 0, 1]).thresholds]).toEqual([Infinity, 0.5])
  })

  it('holds a hundred thousand thresholds and more', () => {
    const many = Float64Array.from({ length: 200_000 }, (_, i) => i)
    expect(
      areaUnderCurve(
        rocCurve(
          many,
          many.map((i) => (i >= 100_000 ? 1 : 0))
        )
      )
    ).toBeCloseTo(1, 12)
  })

  it('refuses as many answers as there are not scores', () => {
    expect(() => rocCurve([1, 2], [1])).toThrow(AppError)
  })
})

describe('a precision–recall curve', () => {
  it('begins at precision 1 and recall 0 and ends at the share of positives and recall 1', () => {
    fc.assert(
      fc.property(scored, ({ scores, truth }) => {
        const { precision, recall } = precisionRecallCurve(scores, truth)
        expect([precision[0], recall[0], recall.at(-1)]).toEqual([1, 0, 1])
        expect(precision.at(-1)).toBeCloseTo(truth.reduce((sum, y) => sum + y, 0) / truth.length, 12)
      })
    )
  })

  it('has an average precision of 1 when every positive scores above every negative', () => {
    expect(averagePrecision(precisionRecallCurve([3, 2, 1, 0], [1, 1, 0, 0]))).toBe(1)
  })
})
