import { describe, expect, it } from 'vitest'
import { findNotation, notationSource } from '../../../src/core/data/notation'

const notationOf = (...columns: string[][]) => {
  const { notation, ambiguous } = findNotation(columns.map(notationSource))
  return [notation.decimal, notation.grouped, ambiguous?.value ?? null]
}

describe('findNotation', () => {
  it.each([
    ['plain numbers', [['1', '2.5']], ['.', false, null]],
    ['a point before three digits', [['1.234', '5.678']], ['.', false, null]],
    ['decimal commas', [['1,5', '2']], [',', false, null]],
    ['a zero before the comma', [['0,125', '0,250']], [',', false, null]],
    ['thousands and decimals', [['1,234.5', '2,000']], ['.', true, null]],
    ['thousands and decimal commas', [['1.234,5', '2.000']], [',', true, null]],
    ['two groups', [['1,234,567', '5']], ['.', true, null]],
    ['one group only', [['1,234', '999']], ['.', false, '1,234']],
    ['one group of points beside a decimal comma', [['1.234'], ['0,5']], [',', false, '1.234']],
    ['decimal commas beside missing cells', [['NA', '', '1,5']], [',', false, null]],
    ['decimal points and decimal commas', [['1.5'], ['2,5']], ['.', false, null]],
    ['commas in texts', [['a, b', 'c,d'], ['1.5', '2']], ['.', false, null]],
    ['a comma in a text beside numbers', [['1,5', 'x', 'y'], ['1.5', '2', '3']], ['.', false, null]]
  ] as const)('finds %s', (_, columns, expected) => {
    expect(notationOf(...columns.map((cells) => [...cells]))).toEqual(expected)
  })

  it('says from which cell', () => {
    expect(findNotation([['a', 'b'], ['', ' 1,5 ']].map(notationSource)).evidence).toEqual({ row: 1, column: 1, value: '1,5' })
  })
})
