import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCell, parseNumber } from '../../../src/core/data/number'

describe('parseNumber', () => {
  it.each([
    ['0', 0],
    ['-1', -1],
    ['+5', 5],
    ['5.', 5],
    ['.5', 0.5],
    ['-.5e-3', -0.0005],
    ['1E3', 1000],
    ['007', 7],
    ['1e-400', 0]
  ])('reads %s', (cell, value) => expect(parseNumber(cell)).toBe(value))

  it.each([
    '',
    ' ',
    '.',
    '+',
    '-',
    'e5',
    '1e',
    '1e+',
    '--1',
    '1.2.3',
    '12abc',
    '0x10',
    '0b1',
    '1,234',
    '1_000',
    '1 000',
    '１２',
    '12%',
    'true',
    '1n',
    'NaN',
    'infinite'
  ])('does not take %j for a number', (cell) => expect(parseNumber(cell)).toBeNaN())

  it.each([
    ['inf', Infinity],
    ['-Infinity', -Infinity],
    ['+INF', Infinity],
    ['1e999', Infinity],
    ['-1e999', -Infinity]
  ])('reads %s as infinite', (cell, value) => expect(parseNumber(cell)).toBe(value))

  it('reads back every finite number as it is printed', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => parseNumber(String(x)) === x))
  })

  it.each([
    ['1,5', ',', false, 1.5],
    ['1.5', ',', false, NaN],
    ['1,5', '.', false, NaN],
    ['1,234', '.', true, 1234],
    ['-1,234,567.5', '.', true, -1234567.5],
    ['1.234.567,5', ',', true, 1234567.5],
    ['1,23', '.', true, NaN],
    ['1,2345', '.', true, NaN],
    ['1234,567', '.', true, NaN],
    ['1,5,6', ',', true, NaN],
    ['2.5', '.', true, 2.5],
    ['inf', ',', true, Infinity]
  ] as const)('reads %s with decimal mark %s, grouped: %s', (cell, decimal, grouped, value) =>
    expect(parseNumber(cell, { decimal, grouped })).toBe(value)
  )
})

describe('parseCell', () => {
  it.each([
    ['１２．５', 12.5],
    ['－３', -3],
    ['12%', 0.12],
    ['12.5 %', 0.125],
    ['５０％', 0.5],
    ['7', 7]
  ])('reads %s', (cell, value) => expect(parseCell(cell)).toBe(value))

  it.each(['%', '１２ａ', '5%%', '%5', '中', ''])('does not take %j for a number', (cell) => expect(parseCell(cell)).toBeNaN())

  it('reads both beside a decimal comma', () => expect(parseCell('１，５％', { decimal: ',', grouped: false })).toBe(0.015))
})
