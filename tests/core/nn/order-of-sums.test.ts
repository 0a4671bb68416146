import { describe, expect, it } from 'vitest'
import { squaredResiduals } from '../../../src/core/metrics/squared-residuals'
import { globalNorm } from '../../../src/core/network/clipping'
import { lossOf } from '../../../src/core/nn/losses'
import { penalty } from '../../../src/core/nn/regularizers'
import { matrixFrom, zeros } from '../../../src/core/tensor/matrix'

/**
 * Beside 2^53 a single 1 is lost, two that were added before are not: rows [2^53, 0] and [1, 1] sum to 2^53 element by element, and to
 * 2^53 + 2 row by row.
 */
const LARGE = 9007199254740992
const sizes = matrixFrom([
  [LARGE, 0],
  [1, 1]
])
const roots = matrixFrom([
  [94906265.62425156, 0],
  [1, 1]
])
const rootSquared = roots.data[0] * roots.data[0]

describe('sums over a tensor take each row first, then the rows', () => {
  it('in the penalty', () => {
    expect(penalty([sizes], { l1: 1 })).toBe(LARGE + 2)
    expect(penalty([roots], { l2: 1 })).toBe(rootSquared + 2)
  })

  it('in the norm that gradients are clipped by', () => {
    expect(globalNorm([{ W: roots, b: null }])).toBe(Math.sqrt(rootSquared + 2))
  })

  it('in losses that add a term for each output', () => {
    const targets = { kind: 'values', values: zeros(2, 2) } as const
    expect(lossOf({ kind: 'mean-absolute-error', reduction: 'sum' }).value(sizes, targets)).toBe(LARGE + 2)
    expect(lossOf({ kind: 'mean-squared-error', reduction: 'sum' }).value(roots, targets)).toBe(rootSquared + 2)
    expect(squaredResiduals(roots, targets.values)).toBe(rootSquared + 2)
  })

  it('in the hinge loss', () => {
    const scores = matrixFrom([
      [0, LARGE, -5],
      [0, 0, 0]
    ])
    const targets = { kind: 'classes', classes: Int32Array.of(0, 0) } as const
    expect(lossOf({ kind: 'multiclass-hinge', reduction: 'sum' }).value(scores, targets)).toBe(LARGE + 2)
  })
})
