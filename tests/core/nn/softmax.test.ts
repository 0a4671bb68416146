import { describe, expect, it } from 'vitest'
import { logSumExpAboveMaximum, rowMaximum, softmax } from '../../../src/core/nn/softmax'
import { matrixFrom, toRows, zeros } from '../../../src/core/tensor/matrix'

describe('softmax', () => {
  it('is e^s over the sum of e^s, row by row', () => {
    const [[a, b], [c, d]] = toRows(
      softmax(
        matrixFrom([
          [0, Math.LN2],
          [5, 5]
        ])
      )
    )
    expect(a).toBeCloseTo(1 / 3, 15)
    expect(b).toBeCloseTo(2 / 3, 15)
    expect([c, d]).toEqual([0.5, 0.5])
  })

  it('does not change when a number is added to all scores of a row', () => {
    expect(softmax(matrixFrom([[1, 2, 4]]))).toEqual(softmax(matrixFrom([[101, 102, 104]])))
  })

  it('stays finite at scores of any size', () => {
    expect(toRows(softmax(matrixFrom([[1e4, 0, -1e4]])))).toEqual([[1, 0, 0]])
  })

  it('is not a number where a score is not, and empty without rows', () => {
    expect([...softmax(matrixFrom([[NaN, 1]])).data]).toEqual([NaN, NaN])
    expect(softmax(zeros(0, 3))).toEqual(zeros(0, 3))
  })
})

describe('the logarithm of the sum of exponentials', () => {
  it('comes with the maximum that it was shifted by', () => {
    const { maximum, logSum } = logSumExpAboveMaximum(matrixFrom([[1000, 1000]]), 0)
    expect(maximum).toBe(1000)
    expect(logSum).toBeCloseTo(Math.LN2, 15)
  })

  it('takes the maximum of its own row', () => {
    const scores = matrixFrom([
      [9, 8],
      [-1, -2]
    ])
    expect([0, 1].map((i) => rowMaximum(scores, i))).toEqual([9, -1])
  })
})
