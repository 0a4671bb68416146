import { describe, expect, it } from 'vitest'
import { createColumn } from '../../../src/core/data/create-column'
import { notesOnFillValues } from '../../../src/core/data/fill-values'
import type { Reading } from '../../../src/core/data/reading'

const notesOn = (cells: readonly string[], reading?: Reading) =>
  notesOnFillValues(createColumn('x', cells, reading), Int32Array.from(cells, (_, row) => row + 2))

describe('notesOnFillValues', () => {
  it.each([
    ['-999', ['3', '-999', '118', '-999'], 3, 118],
    ['9999', ['0', '9999', '27.5', '9999'], 0, 27.5],
    ['-99.99', ['0', '-99.99', '20', '-99.99'], 0, 20],
    ['-32768', ['-5', '-32768', '400', '-32768'], -5, 400]
  ])('tells %s that lies far from all others', (value, cells, least, most) => {
    expect(notesOn(cells)).toEqual([{ code: 'note.fill-value', details: { name: 'x', count: 2, row: 3, value, least, most } }])
  })

  it('tells it where nearly all are so', () => {
    const cells = ['3', '6', ...Array.from({ length: 50 }, () => '999')]
    expect(notesOn(cells)).toMatchObject([{ details: { count: 50, value: '999', least: 3, most: 6 } }])
  })

  it.each([
    ['a number among others', ['97', '98', '99', '95']],
    ['an extreme that no file uses so', ['1', '2', '1000']],
    ['the other of two numbers', ['0', '999', '999']],
    ['texts', ['a', '-999']],
    ['dates', ['2024-01-02', '2024-03-04', '2024-05-06']]
  ])('says nothing of %s', (_, cells) => expect(notesOn(cells)).toEqual([]))

  it('says nothing once the kind was chosen', () => expect(notesOn(['3', '-999', '118'], { kind: 'number' })).toEqual([]))
})
