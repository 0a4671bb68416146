import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  AppError,
  areaUnderCurve,
  averagePrecision,
  classificationMetrics,
  logLoss,
  matrixFrom,
  precisionRecallCurve,
  rocCurve,
  toRows,
  zeros
} from '#core'

interface ClassFixture {
  readonly falsePositiveRate: (number | null)[]
  readonly truePositiveRate: (number | null)[]
  readonly rocThresholds: number[]
  readonly auc: number | null
  readonly precision: number[]
  readonly recall: number[]
  readonly prThresholds: number[]
  readonly averagePrecision: number
}

interface Fixture {
  readonly classification: readonly {
    readonly name: string
    readonly truth: number[]
    readonly probabilities: number[][]
    readonly confusion: number[][]
    readonly accuracy: number
    readonly logLoss: number
    readonly precision: number[]
    readonly recall: number[]
    readonly f1: number[]
    readonly support: number[]
    readonly macro: [number, number, number]
    readonly classes: readonly ClassFixture[]
  }[]
}

const file = resolve(import.meta.dirname, 'scikit-learn.json')
const { classification } = JSON.parse(readFileSync(file, 'utf8')) as Fixture
const softmaxLoss = { kind: 'softmax-cross-entropy' } as const

/** Scores whose softmax is the given probabilities. A probability of 0 becomes one that no double tells from 0. */
function scoresOf(probabilities: number[][]) {
  return matrixFrom(probabilities.map((row) => row.map((p) => (p === 0 ? -800 : Math.log(p)))))
}

function expectClose(ours: ArrayLike<number>, theirs: readonly (number | null)[]): void {
  expect(ours.length).toBe(theirs.length)
  theirs.forEach((value, i) => (value === null ? expect(ours[i]).toBeNaN() : expect(ours[i]).toBeCloseTo(value, 12)))
}

describe('the metrics of a classifier agree with scikit-learn', () => {
  it.each(classification.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const truth = Int32Array.from(one.truth)
    const ours = classificationMetrics(scoresOf(one.probabilities), { kind: 'classes', classes: truth }, softmaxLoss)
    expect(toRows(ours.confusion)).toEqual(one.confusion)
    expect(ours.accuracy).toBeCloseTo(one.accuracy, 14)
    expect(logLoss(matrixFrom(one.probabilities), truth)).toBeCloseTo(one.logLoss, 12)
    expect([ours.macro.precision, ours.macro.recall, ours.macro.f1].map((x) => x.toFixed(13))).toEqual(one.macro.map((x) => x.toFixed(13)))
    ours.classes.forEach((scores, c) => {
      expect(scores.support).toBe(one.support[c])
      expectClose([scores.precision, scores.recall, scores.f1], [one.precision[c], one.recall[c], one.f1[c]])
    })
  })

  it.each(classification.map((one) => [one.name, one] as const))('%s: every curve, point by point', (_name, one) => {
    one.classes.forEach((theirs, c) => {
      const scores = one.probabilities.map((row) => row[c])
      const isOwn = one.truth.map((k) => (k === c ? 1 : 0))
      const roc = rocCurve(scores, isOwn)
      const curve = precisionRecallCurve(scores, isOwn)
      expectClose(roc.falsePositiveRate, theirs.falsePositiveRate)
      expectClose(roc.truePositiveRate, theirs.truePositiveRate)
      expectClose(roc.thresholds.subarray(1), theirs.rocThresholds)
      expectClose([areaUnderCurve(roc)], [theirs.auc])
      expectClose(curve.precision.toReversed(), theirs.precision)
      expectClose(curve.recall.toReversed(), theirs.recall)
      expectClose(curve.thresholds.subarray(1).toReversed(), theirs.prThresholds)
      expect(averagePrecision(curve)).toBeCloseTo(theirs.averagePrecision, 12)
    })
  })

  it('with each class’s curves and areas in their place', () => {
    const [one] = classification
    const targets = { kind: 'classes', classes: Int32Array.from(one.truth) } as const
    classificationMetrics(scoresOf(one.probabilities), targets, softmaxLoss).classes.forEach((ours, c) => {
      expectClose([ours.auc, ours.averagePrecision], [one.classes[c].auc, one.classes[c].averagePrecision])
      expectClose(ours.roc.truePositiveRate, one.classes[c].truePositiveRate)
      expectClose(ours.precisionRecall.recall.toReversed(), one.classes[c].recall)
    })
  })
})

describe('the metrics of a classifier with one probability', () => {
  const two = classification.find(({ name }) => name === 'two classes')
  const truth = two?.truth ?? []
  const p = two?.probabilities.map((row) => [row[1]]) ?? []
  const targets = { kind: 'values', values: matrixFrom(truth.map((y) => [y])) } as const
  const ours = classificationMetrics(matrixFrom(p), targets, { kind: 'binary-cross-entropy' })

  it('are those of two classes, the second being the positive one', () => {
    expect(toRows(ours.confusion)).toEqual(two?.confusion)
    expect(ours.accuracy).toBe(two?.accuracy)
    expect(ours.logLoss).toBeCloseTo(two?.logLoss ?? NaN, 12)
    expectClose([ours.classes[1].auc], [two?.classes[1].auc ?? null])
    expectClose([ours.classes[0].auc], [two?.classes[0].auc ?? null])
  })

  it('count a probability of exactly one half as the positive class', () => {
    const even = classificationMetrics(
      matrixFrom([[0.5], [0.5]]),
      { kind: 'values', values: matrixFrom([[1], [0]]) },
      { kind: 'binary-cross-entropy' }
    )
    expect(toRows(even.confusion)).toEqual([
      [0, 1],
      [0, 1]
    ])
  })

  it('refuse targets that do not fit the outputs', () => {
    expect(() => classificationMetrics(zeros(3, 1), targets, { kind: 'binary-cross-entropy' })).toThrow(AppError)
  })
})

describe('the areas of two classes', () => {
  const truth = Int32Array.of(1, 0, 1, 1, 0, 1)
  const targets = { kind: 'classes', classes: truth } as const

  it('are equal where probabilities round to 1: samples are ranked by the difference of their scores', () => {
    const scores = matrixFrom([41, 40, 38, 60, 50, 45].map((s) => [0, s]))
    const [first, second] = classificationMetrics(scores, targets, softmaxLoss).classes
    // Of 8 pairs 60 > 50, 60 > 40, 45 > 40 and 41 > 40 are right.
    expect([first.auc, second.auc]).toEqual([0.5, 0.5])
  })

  it('are equal for one probability, however small', () => {
    const p = matrixFrom([1e-20, 3e-20, 1e-18, 0.5, 1e-17, 0.25].map((one) => [one]))
    const values = matrixFrom([...truth].map((y) => [y]))
    const metrics = classificationMetrics(p, { kind: 'values', values }, { kind: 'binary-cross-entropy' })
    // Of 8 pairs 0.5 > both, 0.25 > both and 1e-18 > 3e-20 are right.
    expect(metrics.classes.map(({ auc }) => auc)).toEqual([5 / 8, 5 / 8])
  })
})
