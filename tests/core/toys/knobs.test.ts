import { describe, expect, it } from 'vitest'
import { fillKnobs, knobNames, toyNames, toys } from '#core'
import { problemOf } from '../../support/problem-of'

describe('fillKnobs', () => {
  it('gives the knobs that are not given their defaults', () => {
    expect(fillKnobs('moons', { noise: 0.3 })).toEqual({ size: 200, noise: 0.3, seed: 1 })
  })

  it.each(toyNames.flatMap((name) => Object.entries(toys[name].knobs).map(([knob, range]) => [name, knob, range] as const)))(
    'takes both ends of the range of %s’s %s and nothing beyond',
    (name, knob, { from, to, step }) => {
      expect(fillKnobs(name, { [knob]: from })[knob]).toBe(from)
      expect(fillKnobs(name, { [knob]: to })[knob]).toBe(to)
      for (const value of [from - step, to + step, NaN, Infinity]) {
        expect(() => fillKnobs(name, { [knob]: value })).toThrow(`${knob} is ${value}; it must be`)
      }
      if (Number.isInteger(step)) expect(() => fillKnobs(name, { [knob]: from + 0.5 })).toThrow('whole number')
    }
  )

  it('names the knobs there are when one is unknown', () => {
    expect(problemOf(() => fillKnobs('moons', { arms: 3 }))).toBe(
      'spec.no-knob: The toy dataset moons has no parameter named arms; its parameters are size, noise, seed.'
    )
  })
})

describe('knobNames', () => {
  it('has every knob once', () => {
    expect([...knobNames].sort()).toEqual([
      'arms',
      'blobs',
      'cells',
      'factor',
      'height',
      'intercept',
      'noise',
      'periods',
      'seed',
      'size',
      'slope',
      'turns'
    ])
  })
})
