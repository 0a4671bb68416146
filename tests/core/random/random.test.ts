import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom, deriveSeed, drawPlaces, permutation } from '#core'

describe('a seeded generator', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    const draw = (seed: number) => Array.from({ length: 8 }, createRandom(seed).uniform)
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
    expect(draw(1)).toMatchSnapshot()
  })

  it('draws uniform numbers in [0, 1) with mean ½ and variance 1/12', () => {
    const random = createRandom(3)
    const drawn = Array.from({ length: 50_000 }, random.uniform)
    const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length
    const variance = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn.length
    expect(drawn.every((x) => x >= 0 && x < 1)).toBe(true)
    // Five standard errors of the mean, 1/√(12·50000), and generously of the variance.
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.0065)
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.002)
  })

  it('draws normal numbers with mean 0, deviation 1 and the right share beyond two deviations', () => {
    const random = createRandom(4)
    const drawn = Array.from({ length: 50_000 }, random.normal)
    const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length
    const variance = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn.length
    const beyond = drawn.filter((x) => Math.abs(x) > 2).length / drawn.length
    expect(Math.abs(mean)).toBeLessThan(0.023)
    expect(Math.abs(variance - 1)).toBeLessThan(0.035)
    expect(Math.abs(beyond - 0.0455)).toBeLessThan(0.005)
  })
})

describe('a permutation', () => {
  it('holds every index once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.nat(), (count, seed) => {
        const order = permutation(count, createRandom(seed))
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i))
      })
    )
  })

  it('puts every element in every place equally often', () => {
    const counts = new Float64Array(16)
    for (let seed = 0; seed < 4000; seed++) {
      permutation(4, createRandom(deriveSeed(1, seed))).forEach((element, place) => (counts[element * 4 + place] += 1))
    }
    // Each of 16 counts is binomial(4000, ¼): deviation 27; five of them allowed.
    counts.forEach((count) => expect(Math.abs(count - 1000)).toBeLessThan(137))
  })
})

describe('drawn places', () => {
  it('are different ones in ascending order, or all where there are not more', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(100), fc.nat(1000), (count, most, seed) => {
        const places = drawPlaces(count, most, createRandom(seed))
        expect(places.length).toBe(Math.min(count, most))
        expect(places.every((place, i) => place >= 0 && place < count && (i === 0 || place > places[i - 1]))).toBe(true)
      })
    )
  })
})

describe('a derived seed', () => {
  it('differs for neighbouring indices and seeds', () => {
    const seeds = new Set<number>()
    for (let seed = 0; seed < 40; seed++) for (let index = 0; index < 40; index++) seeds.add(deriveSeed(seed, index))
    expect(seeds.size).toBe(1600)
  })
})
