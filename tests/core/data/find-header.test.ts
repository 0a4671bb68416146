import { describe, expect, it } from 'vitest'
import { findHeader, looksLikeData } from '../../../src/core/data/find-header'

const rows = (text: string) => text.split('\n').map((line) => line.split(';'))

describe('findHeader', () => {
  it.each([
    ['names above numbers', 'a;b\n1;2'],
    ['names above names', 'a;b\nx;y'],
    ['years', '2019;2020\n5;7'],
    ['a name beside years', 'country;2019;2020\nFR;5;7'],
    ['numbers from 0', '0;1;2\n0.5;0.1;3'],
    ['a number above texts', '7;b\nx;y'],
    ['a single row', '1;2']
  ])('takes %s for a header', (_, text) => expect(findHeader(rows(text))).toBe(true))

  it.each([
    ['numbers above numbers', '5.1;3.5\n4.9;3'],
    ['decimal commas above numbers', '5,1;3,5\n4,9;3'],
    ['numbers beside a class that occurs again', '5.1;setosa\n4.9;virginica\n5;setosa']
  ])('takes %s for data', (_, text) => expect(findHeader(rows(text))).toBe(false))
})

describe('looksLikeData', () => {
  it('is so when every cell is a number', () => {
    expect(looksLikeData(['1', '2,5', '-3e4'])).toBe(true)
    expect(looksLikeData(['1', 'x'])).toBe(false)
    expect(looksLikeData(['1', ''])).toBe(false)
  })
})
