import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError, accuracy, classScores, confusionMatrix, macroScores, matrixFrom, zeros } from '#core'

const answers = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), { maxLength: 50 })

describe('a confusion matrix', () => {
  it('counts every sample once, in the row of its true class', () => {
    fc.assert(
      fc.property(answers, (pairs) => {
        const { data } = confusionMatrix(
          pairs.map(([t]) => t),
          pairs.map(([, p]) => p),
          4
        )
        for (let t = 0; t < 4; t++)
          for (let p = 0; p < 4; p++) {
            expect(data[4 * t + p]).toBe(pairs.filter((pair) => pair[0] === t && pair[1] === p).length)
          }
      })
    )
  })

  it('refuses as many predictions as there are not answers', () => {
    expect(() => confusionMatrix([0, 1], [0], 2)).toThrow(AppError)
  })
})

describe('the scores of a class', () => {
  it('have an F1 between their precision and their recall, and 0 only with them', () => {
    fc.assert(
      fc.property(answers, (pairs) => {
        const confusion = confusionMatrix(
          pairs.map(([t]) => t),
          pairs.map(([, p]) => p),
          4
        )
        for (const { precision, recall, f1 } of classScores(confusion)) {
          expect(f1).toBeGreaterThanOrEqual(Math.min(precision, recall) - 1e-15)
          expect(f1).toBeLessThanOrEqual(Math.max(precision, recall) + 1e-15)
        }
      })
    )
  })

  it('are 0, not NaN, for a class without samples and predictions', () => {
    expect(
      classScores(
        matrixFrom([
          [3, 0],
          [0, 0]
        ])
      )[1]
    ).toEqual({ precision: 0, recall: 0, f1: 0, support: 0 })
  })

  it('count each class the same in the macro mean', () => {
    const scores = classScores(
      matrixFrom([
        [90, 0],
        [10, 0]
      ])
    )
    expect(macroScores(scores).recall).toBe(0.5)
    expect(macroScores([])).toEqual({ precision: 0, recall: 0, f1: 0 })
  })
})

describe('accuracy', () => {
  it('is the share of samples on the diagonal, and 0 without samples', () => {
    expect(
      accuracy(
        matrixFrom([
          [3, 1],
          [2, 4]
        ])
      )
    ).toBe(0.7)
    expect(accuracy(zeros(2, 2))).toBe(0)
  })
})
