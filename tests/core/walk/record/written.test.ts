import { describe, expect, it } from 'vitest'
import { briefNumber, dividedBy, exactNumber, isRounded, joined, written, writtenText } from '#core'
import { calculated } from '../../../support/arithmetic'

describe('a calculation written out', () => {
  it('puts brackets round a negative number where a sign stands before it or a power after it', () => {
    const sum = joined([written`${0.05}·${-0.5}`, written`${-2}²`, written`max(0,${-0.7})`, written`e^${-1}`], '+')
    expect(writtenText(sum, exactNumber)).toBe('0.05·(−0.5)+(−2)²+max(0,−0.7)+e^−1')
  })

  it('brackets a sum that is divided, and leaves a division by 1 out', () => {
    expect(writtenText(dividedBy(written`${1}+${2}`, 4), exactNumber)).toBe('(1+2)/4')
    expect(writtenText(dividedBy(written`${1}`, 4), exactNumber)).toBe('1/4')
    expect(writtenText(dividedBy(written`${1}+${2}`, 1), exactNumber)).toBe('1+2')
  })

  it('takes calculations in calculations apart into one', () => {
    const { texts, numbers } = written`(${written`${1}−${2}`})·${3}`
    expect({ texts, numbers }).toEqual({ texts: ['(', '−', ')·', ''], numbers: [1, 2, 3] })
    expect(writtenText(joined([], '+'), exactNumber)).toBe('0')
  })

  it('has all digits in its exact form, so that it reads back', () => {
    const numbers = [0.1 + 0.2, -1e-7, 1 / 3, 12345678.9, -0]
    const text = writtenText(
      joined(
        numbers.map((x) => written`${x}`),
        '+'
      ),
      exactNumber
    )
    expect(calculated(text)).toBe(numbers.reduce((sum, x) => sum + x, 0))
  })

  it('rounds to four digits, and knows when that loses something', () => {
    expect([0.30000000000000004, -1234.5678, 1e-9, 0, -0].map(briefNumber)).toEqual(['0.3', '−1235', '1e-9', '0', '0'])
    expect([NaN, Infinity].map(briefNumber)).toEqual(['–', '–'])
    expect([0.25, 0.1 + 0.2, 0.12345, NaN].map(isRounded)).toEqual([false, false, true, false])
  })
})
