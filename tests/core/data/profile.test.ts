import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createColumn } from '../../../src/core/data/columns'
import { distributionOf } from '../../../src/core/data/profile'
import { sampleTable } from '../../support/tables'

const most = { bins: 10, bars: 3 }
const distribution = (cells: readonly string[]) => distributionOf(createColumn('x', cells), most)

/** Any finite number but long integers: written out they stay text, since a float64 would make some of them the same. */
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .filter((x) => Math.abs(x) <= Number.MAX_SAFE_INTEGER || !/^-?\d+$/.test(String(x)))

describe('the distribution of a number column', () => {
  it('has every finite number in one bin, the ends included', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1 }), (numbers) => {
        const found = distribution(numbers.map(String))
        if (found.kind !== 'histogram') throw new Error('numbers have a histogram')
        expect(found.counts.reduce((sum, count) => sum + count, 0)).toBe(numbers.length)
        expect(found.from).toBe(Math.min(...numbers.map((x) => x + 0)))
        expect(found.to).toBe(Math.max(...numbers.map((x) => x + 0)))
      })
    )
  })

  it('counts by bins of equal width', () => {
    expect(distribution(['0', '0.5', '1', '9', '10', 'NA'])).toEqual({
      kind: 'histogram', from: 0, to: 10, counts: [2, 1, 0, 0, 0, 0, 0, 0, 0, 2]
    })
  })

  it('has one bin where all numbers are equal, and leaves out what is not finite', () => {
    expect(distribution(['7', '7', '7', '7', '7', '7', '7', '7', '7', 'inf'])).toEqual({ kind: 'histogram', from: 7, to: 7, counts: [9] })
  })
})

describe('the distribution of a text column', () => {
  it('has a bar for the most frequent texts, equals by code point, and tells what is left', () => {
    expect(distribution(['b', 'c', 'a', 'c', ' b ', 'd', 'e', '', 'a'])).toEqual({
      kind: 'categories',
      bars: [{ value: 'a', count: 2 }, { value: 'b', count: 2 }, { value: 'c', count: 2 }],
      others: { values: 2, rows: 2 }
    })
  })

  it('counts the penguins’ species', () => {
    const species = sampleTable('penguins').columns.find(({ name }) => name === 'species')
    if (!species) throw new Error('penguins have a species')
    expect(distributionOf(species, most)).toMatchObject({
      bars: [{ value: 'Adelie', count: 152 }, { value: 'Gentoo', count: 124 }, { value: 'Chinstrap', count: 68 }],
      others: { values: 0, rows: 0 }
    })
  })

  it('has no bar where every cell is missing', () => {
    expect(distribution(['', 'NA'])).toEqual({ kind: 'categories', bars: [], others: { values: 0, rows: 0 } })
  })
})
