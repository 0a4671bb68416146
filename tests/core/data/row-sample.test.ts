import { describe, expect, it } from 'vitest'
import { RowSampler, type RowSample } from '../../../src/core/data/row-sample'

/** Which rows are kept of as many. */
function keptOf(count: number, sample?: RowSample): number[] {
  const sampler = new RowSampler(sample)
  const kept: number[] = []
  for (let row = 0; row < count; row++) {
    const place = sampler.next()
    if (place >= 0) kept[place] = row
  }
  expect(sampler.offered).toBe(count)
  return kept
}

describe('a sample of rows', () => {
  it('is all of them where none is asked for', () => {
    expect(keptOf(5)).toEqual([0, 1, 2, 3, 4])
  })

  it('is the first ones, after which it is full', () => {
    expect(keptOf(9, { rows: 3, how: 'first' })).toEqual([0, 1, 2])
    const sampler = new RowSampler({ rows: 1, how: 'first' })
    expect(sampler.isFull).toBe(false)
    sampler.next()
    expect(sampler.isFull).toBe(true)
  })

  it('is all rows where there are fewer than it may have', () => {
    expect(keptOf(2, { rows: 3, how: 'random' })).toEqual([0, 1])
  })

  it('depends on its seed alone', () => {
    const sample = { rows: 10, how: 'random', seed: 4 } as const
    expect(keptOf(100, sample)).toEqual(keptOf(100, sample))
    expect(keptOf(100, sample)).not.toEqual(keptOf(100, { ...sample, seed: 5 }))
  })

  it('has every row with the same chance', () => {
    const counts = new Array<number>(20).fill(0)
    for (let seed = 0; seed < 2000; seed++) for (const row of keptOf(20, { rows: 5, how: 'random', seed })) counts[row]++
    // Binomial(2000, ¼): mean 500, deviation 19.4; five of them.
    for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(97)
  })
})
