import { describe, expect, it } from 'vitest'
import { unitTerms } from '../../../../src/renderer/features/predict/unit-terms'

describe('the summands of a unit', () => {
  it('come by size, each with its two factors, and lose nothing', () => {
    const sum = { weights: Float64Array.of(1, -3, 0.5), inputs: Float64Array.of(2, 1, -1), bias: 0, z: -1.5, a: 0 }
    const terms = unitTerms(sum)
    expect(terms.map(({ index }) => index)).toEqual([1, 0, 2])
    expect(terms[0]).toEqual({ index: 1, weight: -3, value: 1, product: -3 })
    expect(terms.reduce((all, { product }) => all + product, 0)).toBe(sum.z)
  })
})
