import { describe, expect, it } from 'vitest'
import { unitTerms } from '../../../../src/renderer/features/network/unit-terms'

describe('the terms of a unit', () => {
  it('come by size, each with its two factors, and lose nothing', () => {
    const sum = { weights: Float64Array.of(1, -3, 0.5), inputs: Float64Array.of(2, 1, -1), bias: 0, z: -1.5, a: 0 }
    const terms = unitTerms(sum, 'size')
    expect(terms.map(({ input }) => input)).toEqual([1, 0, 2])
    expect(terms[0]).toEqual({ input: 1, weight: -3, value: 1, product: -3 })
    expect(terms.reduce((all, { product }) => all + product, 0)).toBe(sum.z)
    expect(unitTerms(sum, 'input').map(({ input }) => input)).toEqual([0, 1, 2])
  })
})
