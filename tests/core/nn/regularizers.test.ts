import { describe, expect, it } from 'vitest'
import { penalty, penaltyGradient } from '../../../src/core/nn/regularizers'
import { matrixFrom, toRows } from '../../../src/core/tensor/matrix'

const W = matrixFrom([
  [1, -2],
  [0, 3]
])

describe('the penalty', () => {
  it('is l2 · Σ W² + l1 · Σ |W| over all matrices', () => {
    expect(penalty([W], { l2: 0.5 })).toBe(7)
    expect(penalty([W], { l1: 0.5 })).toBe(3)
    expect(penalty([W, W], { l1: 1, l2: 1 })).toBe(40)
  })

  it('is 0 without factors, even of weights that are not finite', () => {
    expect(penalty([matrixFrom([[Infinity, NaN]])], {})).toBe(0)
  })
})

describe('its gradient', () => {
  it('is 2·l2·W + l1·sgn W, and 0 at 0', () => {
    expect(toRows(penaltyGradient(W, { l1: 0.5, l2: 1 }))).toEqual([
      [2.5, -4.5],
      [0, 6.5]
    ])
  })

  it('agrees with the central difference of the penalty', () => {
    const both = { l1: 0.3, l2: 0.7 }
    const analytic = penaltyGradient(W, both).data
    for (const e of [0, 1, 3]) {
      const at = (step: number) => {
        const moved = matrixFrom(toRows(W))
        moved.data[e] += step
        return penalty([moved], both)
      }
      expect((at(1e-5) - at(-1e-5)) / 2e-5).toBeCloseTo(analytic[e], 8)
    }
  })
})
