import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatCount,
  formatFigure,
  formatInput,
  formatNumber,
  formatPercent,
  formatScientific,
  formatSeconds,
  fullPrecision
} from '../../../src/renderer/i18n/format'

const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
const back = (text: string) => Number(text.replaceAll('−', '-'))

describe('numbers for reading', () => {
  it.each([
    [0, '0'],
    [0.055643, '0.05564'],
    [-1.5, '−1.5'],
    [2, '2'],
    [1234.5678, '1235'],
    [123456, '123500'],
    [2e9, '2e9'],
    [1.5e9, '1.5e9'],
    [1e-7, '1e-7'.replace('-', '−')],
    [Number.NaN, '–'],
    [Infinity, '∞'],
    [-Infinity, '−∞']
  ])('%s reads %s', (value, text) => expect(formatNumber(value)).toBe(text))

  it('stay within half a unit of their last digit', () => {
    fc.assert(fc.property(finite, (value) => Math.abs(back(formatNumber(value, 6)) - value) <= Math.abs(value) * 0.5e-5 + 1e-300))
  })

  it('never hold a hyphen in place of a minus sign', () => {
    fc.assert(fc.property(finite, (value) => !/-/.test(formatNumber(value) + formatFigure(value) + formatScientific(value))))
  })
})

describe('figures', () => {
  it.each([
    [0.5, '0.5000'],
    [1.9653, '1.965'],
    [0.0523, '0.05230'],
    [0, '0'],
    [Number.NaN, '–']
  ])('%s keeps its zeros: %s', (value, text) => expect(formatFigure(value)).toBe(text))
})

describe('scientific form', () => {
  it.each([
    [-0.0021656150912, 8, '−2.16561509e−3'],
    [0, 8, '0'],
    [12, 1, '1.2e1']
  ])('%s with %s digits is %s', (value, digits, text) => expect(formatScientific(value, digits)).toBe(text))
})

describe('numbers that are typed or copied', () => {
  it('read back as the very same number', () => {
    fc.assert(fc.property(finite, (value) => Object.is(Number(formatInput(value)), value + 0) && Number(fullPrecision(value)) === value))
  })

  it.each([
    [0.00001, '1e-5'],
    [1e9, '1e9'],
    [-2.5e12, '-2.5e12'],
    [1000000, '1000000'],
    [123456789, '123456789']
  ])('write %f in a box the short way: %s', (value, text) => expect(formatInput(value)).toBe(text))
})

it.each([
  [0, '0.0 s'],
  [9.96, '9 s'],
  [12.7, '12 s'],
  [187, '3:07'],
  [3727, '1:02:07']
])('%s seconds read %s', (seconds, text) => expect(formatSeconds(seconds)).toBe(text))

it('a share reads as percent', () => {
  expect(formatPercent(0.97368)).toBe('97.37 %')
  expect(formatPercent(Number.NaN)).toBe('–')
})

it('a large count has a narrow space between thousands', () => {
  expect([0, 344, 9999, 10_000, 500_000, 1_234_567].map(formatCount)).toEqual([
    '0',
    '344',
    '9999',
    '10\u202f000',
    '500\u202f000',
    '1\u202f234\u202f567'
  ])
})
