import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharesOf, splitRows } from '../../../src/core/preparation/split'

const range = (count: number) => Array.from({ length: count }, (_, i) => i)
const countsBy = (classes: Int32Array, rows: Int32Array) => {
  const counts: number[] = []
  for (const row of rows) counts[classes[row]] = (counts[classes[row]] ?? 0) + 1
  return counts
}

const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('splitRows', () => {
  it('puts every row on one side, in ascending order, whatever the seed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 60 }), part, fc.nat(), fc.boolean(), (labels, test, seed, stratify) => {
        const classes = stratify ? Int32Array.from(labels) : null
        const split = splitRows(labels.length, test, seed, classes)
        const ascending = (rows: Int32Array) => expect([...rows]).toEqual([...rows].sort((a, b) => a - b))
        ascending(split.train)
        ascending(split.test)
        expect([...split.train, ...split.test].sort((a, b) => a - b)).toEqual(range(labels.length))
      })
    )
  })

  it.each([
    [150, 0.25, 38],
    [10, 0.25, 3],
    [9, 0.25, 2],
    [4, 0.125, 1],
    [4, 0.12, 0],
    [10, 0, 0],
    [2, 0.99, 1],
    [1, 0.9, 0],
    [0, 0.5, 0],
    [100, 0.999, 99]
  ])('of %i rows keeps a part of %f, that is %i, rounding half up but never keeping all', (rows, test, count) => {
    expect(splitRows(rows, test, 1, null).test).toHaveLength(count)
    expect(splitRows(rows, test, 1, new Int32Array(rows)).test).toHaveLength(count)
  })

  it('gives every class its share, rounded down or up', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 2, maxLength: 80 }), part, fc.nat(), (labels, test, seed) => {
        const classes = Int32Array.from(labels)
        const split = splitRows(labels.length, test, seed, classes)
        const sizes = countsBy(classes, Int32Array.from(range(labels.length)))
        const drawn = countsBy(classes, split.test)
        sizes.forEach((size, c) => {
          const share = (size * split.test.length) / labels.length
          expect(Math.abs((drawn[c] ?? 0) - share)).toBeLessThan(1)
        })
      })
    )
  })

  it('is the same for the same seed and another for another', () => {
    const draw = (seed: number) => [...splitRows(100, 0.3, seed, null).test]
    expect(draw(5)).toEqual(draw(5))
    expect(draw(5)).not.toEqual(draw(6))
  })

  it('draws every row about equally often', () => {
    const times = new Array<number>(12).fill(0)
    const classes = Int32Array.from([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2])
    for (let seed = 0; seed < 2000; seed++) for (const row of splitRows(12, 0.25, seed, classes).test) times[row]++
    // Each is drawn with probability ¼: 500 times of 2000, with a deviation of 19.4; five of them are allowed.
    times.forEach((count) => expect(Math.abs(count - 500)).toBeLessThan(97))
  })
})

describe('sharesOf', () => {
  it.each([
    [[50, 50, 50], 38, [13, 13, 12]],
    [[1, 1, 1, 1], 1, [1, 0, 0, 0]],
    [[146, 68, 119], 83, [36, 17, 30]],
    [[5, 0, 5], 5, [3, 0, 2]],
    [[0, 3], 0, [0, 0]]
  ])('divides %j in shares of %i by largest remainders, the earlier first', (sizes, count, shares) => {
    expect(sharesOf(sizes, count)).toEqual(shares)
  })

  it('gives no class more than it has, and one with a larger remainder not less of a bonus', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 10 }), part, (sizes, test) => {
        const total = sizes.reduce((a, b) => a + b, 0)
        const count = Math.floor(total * test)
        const shares = sharesOf(sizes, count)
        expect(shares.reduce((a, b) => a + b, 0)).toBe(count)
        const bonus = sizes.map((size, i) => BigInt(shares[i]) - (BigInt(size) * BigInt(count)) / BigInt(total))
        const remainder = sizes.map((size) => (BigInt(size) * BigInt(count)) % BigInt(total))
        sizes.forEach((size, i) => {
          expect(shares[i]).toBeLessThanOrEqual(size)
          expect([0n, 1n]).toContain(bonus[i])
          sizes.forEach((_, j) => {
            if (remainder[i] > remainder[j]) expect(bonus[i]).toBeGreaterThanOrEqual(bonus[j])
          })
        })
      })
    )
  })
})
