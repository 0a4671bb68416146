import { describe, expect, it } from 'vitest'
import { fusedMultiplyAdd, fusedMultiplyAdd32 } from '../../../src/core/math/fused-multiply-add'
import { plainArithmetic, roundingOf, trainingArithmetic } from '../../../src/core/tensor/arithmetic'
import { normalMatrix } from '../../support/problems'

const arithmetics = [
  ['plain', plainArithmetic, (a: number, b: number, c: number) => a * b + c, (x: Float64Array) => x],
  ['of training in float64', trainingArithmetic.f64, fusedMultiplyAdd, (x: Float64Array) => x],
  ['of training in float32', trainingArithmetic.f32, fusedMultiplyAdd32, (x: Float64Array) => Float32Array.from(x)]
] as const

describe.each(arithmetics)('the arithmetic %s', (_, arithmetic, multiplyAdd, stored) => {
  const [a, b] = [1, 2].map((seed) => stored(normalMatrix(1, 40, seed).data as Float64Array))

  it('adds multiples of adjacent numbers to adjacent sums, and to no others', () => {
    const sums = Float64Array.from(a)
    arithmetic.addMultiple(sums, 3, b[0], b, 7, 20)
    expect(Array.from(sums)).toEqual(Array.from(a, (x, e) => (e < 3 || e >= 23 ? x : multiplyAdd(b[0], b[e + 4], x))))
  })

  it('sums products from the first to the last', () => {
    let sum = 0
    for (let j = 0; j < 30; j++) sum = multiplyAdd(a[2 + j], b[5 + j], sum)
    expect(arithmetic.sumOfProducts(a, 2, b, 5, 30)).toBe(sum)
  })
})

describe('roundingOf', () => {
  it('rounds to the precision of the numbers', () => {
    expect([roundingOf(new Float32Array(1))(0.1), roundingOf(new Float64Array(1))(0.1)]).toEqual([Math.fround(0.1), 0.1])
  })
})
