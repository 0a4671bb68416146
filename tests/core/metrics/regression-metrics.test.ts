import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError, matrixFrom, regressionMetrics, zeros } from '#core'

interface RegressionFixture {
  readonly name: string
  readonly truth: number[][]
  readonly predicted: number[][]
  readonly r2: number
  readonly mae: number
  readonly mse: number
}

const file = resolve(import.meta.dirname, 'scikit-learn.json')
const { regression } = JSON.parse(readFileSync(file, 'utf8')) as { regression: readonly RegressionFixture[] }

describe('the metrics of a regression', () => {
  it.each(regression.map((one) => [one.name, one] as const))('agree with scikit-learn: %s', (_name, one) => {
    const ours = regressionMetrics(matrixFrom(one.predicted), { kind: 'values', values: matrixFrom(one.truth) })
    expect(ours.r2).toBeCloseTo(one.r2, 12)
    expect(ours.mae).toBeCloseTo(one.mae, 12)
    expect(ours.rmse).toBeCloseTo(Math.sqrt(one.mse), 12)
    expect(ours.inOwnUnits).toEqual({ mae: ours.mae, rmse: ours.rmse })
  })

  it('in the data’s own units are those of the targets and predictions scaled back', () => {
    const number = fc.double({ min: -10, max: 10, noNaN: true })
    const samples = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 20 })
    const positive = fc.double({ min: 0.01, max: 100, noNaN: true })
    fc.assert(
      fc.property(samples, number, positive, (pairs, mean, scale) => {
        const column = (side: 0 | 1, back: (x: number) => number) => matrixFrom(pairs.map((pair) => [back(pair[side])]))
        const same = (x: number) => x
        const back = (x: number) => x * scale + mean
        const scaled = regressionMetrics(column(0, same), { kind: 'values', values: column(1, same) }, { mean, scale })
        const own = regressionMetrics(column(0, back), { kind: 'values', values: column(1, back) })
        expect(scaled.inOwnUnits.mae).toBeCloseTo(own.mae, 9)
        expect(scaled.inOwnUnits.rmse).toBeCloseTo(own.rmse, 9)
      })
    )
  })

  it('have a mean absolute error of at most the root mean squared error', () => {
    const row = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(row, row), { minLength: 1, maxLength: 30 }), (pairs) => {
        const predicted = matrixFrom(pairs.map(([a]) => [a]))
        const values = matrixFrom(pairs.map(([, y]) => [y]))
        const { mae, rmse } = regressionMetrics(predicted, { kind: 'values', values })
        expect(mae).toBeLessThanOrEqual(rmse * (1 + 1e-12) + 1e-150)
      })
    )
  })

  it('refuse targets of another shape', () => {
    expect(() => regressionMetrics(zeros(3, 1), { kind: 'values', values: zeros(3, 2) })).toThrow(AppError)
  })
})
