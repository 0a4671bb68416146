import { describe, expect, it } from 'vitest'
import { createRandom, type Random } from '#core'
import { orderStatistics } from '../../../src/core/preparation/order-statistics'
import { runToEnd } from '../../../src/core/tasks/task'

const count = 70_000

describe('order statistics of many numbers', () => {
  it.each<[string, (random: Random) => number]>([
    ['evenly spread', (random) => random.uniform()],
    ['of two values', (random) => random.below(2)],
    ['of one value', () => 3],
    ['of a few far outliers', (random) => (random.below(1000) === 0 ? 1.7e308 * (random.uniform() - 0.5) : random.normal())],
    ['from both ends of the range', (random) => (random.below(2) === 0 ? -1.7e308 : 1.7e308)],
    ['next to zero', (random) => random.below(3) * 5e-324],
    ['that differ in their last bits', (random) => 1 + random.below(100) / 4503599627370496]
  ])('%s are those of the sorted numbers', (_, draw) => {
    const random = createRandom(1)
    const values = Float64Array.from({ length: count }, () => draw(random))
    const places = [0, 1, 1000, 17_499, 17_500, 34_999, 35_000, 69_998, 69_999]
    const sorted = values.slice().sort()
    const kept = values.slice()
    expect(runToEnd(orderStatistics(values, places))).toEqual(places.map((place) => sorted[place]))
    expect(values).toEqual(kept)
  })
})
