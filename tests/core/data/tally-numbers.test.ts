import { describe, expect, it } from 'vitest'
import { createRandom, type Random } from '#core'
import { tallyNumbers } from '../../../src/core/data/tally-numbers'
import { runToEnd } from '../../../src/core/tasks/task'

const count = 100_000

describe('a tally of many numbers', () => {
  it.each<[string, (random: Random, i: number) => number]>([
    ['all different', (random) => random.uniform() - 0.5],
    ['few different', (random) => random.below(7) - 3],
    ['one after the other', (_, i) => i],
    ['with many zeros of both signs', (random) => (random.below(2) === 0 ? random.normal() : random.below(2) === 0 ? 0 : -0)],
    ['that differ in one bit', (_, i) => 1 + i / 4503599627370496]
  ])('%s counts each as a map does, in tallies without a number in common', (_, draw) => {
    const random = createRandom(1)
    const values = Float64Array.from({ length: count }, (_, i) => draw(random, i))
    const expected = new Map<number, number>()
    for (const value of values) expected.set(value, (expected.get(value) ?? 0) + 1)
    const found = new Map<number, number>()
    let numbers = 0
    runToEnd(
      tallyNumbers(values, (tally) => {
        numbers += tally.size
        tally.forEach((number, times) => found.set(number, times))
      })
    )
    expect(numbers).toBe(expected.size)
    expect(found.size).toBe(expected.size)
    expect([...expected].every(([number, times]) => found.get(number) === times)).toBe(true)
  })

  it('tells of nothing but an empty one where there is none', () => {
    const sizes: number[] = []
    runToEnd(tallyNumbers(new Float64Array(0), ({ size }) => sizes.push(size)))
    expect(sizes).toEqual([0])
  })
})
