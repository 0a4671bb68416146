import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillKnobs, isToyReference, parseToyReference, toyNames, toyReference } from '#core'
import { problemOf } from '../../support/problem-of'

describe('a reference of a toy data set', () => {
  it('is its name alone, or with knobs', () => {
    expect(parseToyReference('toy:moons')).toEqual({ name: 'moons', knobs: fillKnobs('moons'), edited: false })
    expect(parseToyReference('toy:spirals?arms=3&size=90')).toEqual({
      name: 'spirals',
      knobs: { size: 90, noise: 0.02, arms: 3, turns: 1, seed: 1 },
      edited: false
    })
  })

  it('is written with every knob, and read back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...toyNames),
        fc.integer({ min: 10, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (name, size, noise) => {
          const source = { name, knobs: fillKnobs(name, { size, noise }), edited: false }
          expect(parseToyReference(toyReference(source))).toEqual(source)
        }
      )
    )
    expect(toyReference(parseToyReference('toy:moons?noise=0.1'))).toBe('toy:moons?size=200&noise=0.1&seed=1')
  })

  it('of an edited set says so, and is not taken for the set it came from', () => {
    const reference = toyReference({ name: 'moons', knobs: fillKnobs('moons'), edited: true })
    expect(reference).toBe('toy:moons?size=200&noise=0.1&seed=1#edited')
    expect(problemOf(() => parseToyReference(reference))).toMatch(/^spec.knob-pair: seed=1#edited is not of the form/)
  })

  it.each([
    ['toy:', /^spec.no-toy: There is no toy dataset named ; there are xor, circles/],
    ['toy:moon', /^spec.no-toy: There is no toy dataset named moon;/],
    ['toy:toString', /^spec.no-toy/],
    ['toy:moons?arms=3', /^spec.no-knob/],
    ['toy:moons?size', /^spec.knob-pair: size is not of the form parameter=number/],
    ['toy:moons?size=', /^spec.knob-pair/],
    ['toy:moons?size=1=2', /^spec.knob-pair/],
    ['toy:moons?size=many', /^spec.knob-pair: size=many/],
    ['toy:moons?size=5', /^spec.whole-number: size is 5; it must be a whole number from 10 to 2000/],
    ['toy:moons?noise=1.5', /^spec.within: noise is 1.5; it must be a number from 0 to 1/]
  ])('%s is refused', (text, problem) => {
    expect(isToyReference(text)).toBe(true)
    expect(problemOf(() => parseToyReference(text))).toMatch(problem)
  })

  it('is no path and no name of a sample', () => {
    for (const name of ['moons', './toy:moons', 'C:\\toy:moons', 'iris', 'toys.csv']) expect(isToyReference(name)).toBe(false)
  })
})
