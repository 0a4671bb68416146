import { describe, expect, it } from 'vitest'
import { fusedMultiplyAdd, fusedMultiplyAdd32 } from '../../../src/core/math/fused-multiply-add'
import { edgeTriples, isRoundedOnce, randomTriples } from '../../support/multiply-add'

/** More where asked for: `FMA_TRIPLES=1000000`. */
const COUNT = Number(process.env.FMA_TRIPLES ?? 20_000)

describe.each([
  ['float64', fusedMultiplyAdd, 'f64'],
  ['float32', fusedMultiplyAdd32, 'f32']
] as const)('a · b + c in %s', (_, multiplyAdd, precision) => {
  const wrong = (triples: Iterable<readonly [number, number, number]>) =>
    Array.from(triples).filter(([a, b, c]) => !isRoundedOnce(multiplyAdd(a, b, c), a, b, c, precision))

  it('is the exact value rounded once, against whole numbers', () => {
    expect(wrong(randomTriples(COUNT, precision)).slice(0, 3)).toEqual([])
  })

  it('is so for all of the smallest, largest and special numbers', () => {
    expect(wrong(edgeTriples(precision)).slice(0, 3)).toEqual([])
  })

  it('differs from a product and a sum rounded apart', () => {
    const apart = (a: number, b: number, c: number) => (precision === 'f32' ? Math.fround(Math.fround(a * b) + c) : a * b + c)
    const triples = Array.from(randomTriples(2000, precision))
    expect(triples.filter(([a, b, c]) => !Object.is(multiplyAdd(a, b, c), apart(a, b, c))).length).toBeGreaterThan(100)
  })
})
