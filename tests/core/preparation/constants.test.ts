import { describe, expect, it } from 'vitest'
import { columnNamed, type Scaling } from '#core'
import { featureConstants, targetConstants, type Preparation } from '../../../src/core/preparation/constants'
import { refusalOf, tableOfColumns } from '../../support/tables'

/** The sample of a column's first rows; the rest are there to have no say. */
function sampleOf(cells: readonly (string | number)[], rows = cells.length) {
  const table = tableOfColumns({ x: cells, other: cells.map((_, i) => i) })
  return { table, column: columnNamed(table, 'x'), rows: Int32Array.from({ length: rows }, (_, row) => row) }
}

const scaled = (scale: Scaling): Preparation => ({ missing: 'drop', encode: 'one-hot', scale })

describe('the constants of a number', () => {
  it.each<[Scaling, number, number]>([
    ['standard', 5, 2],
    ['minmax', 2, 7],
    ['none', 0, 1],
    // Median (4 + 5) / 2; Q₁ = 4, Q₃ = 5 + 0.25 · 2.
    ['robust', 4.5, 1.5]
  ])('with scaling %s are a mean of %f and a scale of %f', (scaling, mean, scale) => {
    // The textbook's example: mean 5, population deviation 2.
    const sample = sampleOf([2, 4, 4, 4, 5, 5, 7, 9, 1000, -1000], 8)
    expect(featureConstants(sample, scaled(scaling))).toEqual({
      name: 'x',
      kind: 'number',
      mean,
      scale,
      categories: [],
      missing: 'drop',
      encode: 'one-hot',
      scaling,
      fill: null,
      indicator: false
    })
  })

  it.each<[Scaling, number]>([
    ['standard', 0.1],
    ['minmax', 0.1],
    ['none', 0],
    ['robust', 0.1]
  ])('with scaling %s have scale 1 when all are equal', (scaling, mean) => {
    expect(featureConstants(sampleOf([0.1, 0.1, 0.1, 7], 3), scaled(scaling))).toMatchObject({ mean, scale: 1 })
  })

  it('are not available when the numbers lie too far apart', () => {
    const sample = sampleOf(['-1.7e308', '1.7e308', 0])
    expect(refusalOf(() => featureConstants(sample, scaled('minmax')))).toMatchObject({
      code: 'data.out-of-range',
      details: { row: 3, column: 1, name: 'x', value: '1.7e308' }
    })
  })
})

describe('the constants of a text', () => {
  it('are the categories of the sample, trimmed, by code point', () => {
    expect(featureConstants(sampleOf(['b', ' a ', '😀', '中', 'B', 'b', 'z'], 6), scaled('standard'))).toMatchObject({
      name: 'x',
      kind: 'text',
      mean: 0,
      scale: 1,
      categories: ['B', 'a', 'b', '中', '😀']
    })
  })
})

describe('the constants of a target', () => {
  it('are its classes', () => {
    const labels = { kind: 'classes', names: ['a', 'b'], indices: Int32Array.of(0, 1) } as const
    expect(targetConstants(sampleOf(['a', 'b']), labels)).toEqual({ kind: 'classes', name: 'x', classes: ['a', 'b'] })
  })

  it("are the sample's mean and population deviation", () => {
    const labels = { kind: 'number', values: Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9, 1000) } as const
    expect(targetConstants(sampleOf([2, 4, 4, 4, 5, 5, 7, 9, 1000], 8), labels)).toEqual({
      kind: 'number',
      name: 'x',
      mean: 5,
      scale: 2
    })
  })
})
