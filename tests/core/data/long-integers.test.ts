import { describe, expect, it } from 'vitest'
import { areLongIntegers, isInteger, isLongInteger } from '../../../src/core/data/long-integers'

describe('an integer', () => {
  it('is digits alone', () => expect(['12', '-5', '+0', '1.0', '1e5', 'a', ''].map(isInteger)).toEqual([true, true, true, false, false, false, false]))

  it('is long beyond 2^53', () => {
    expect(['9007199254740991', '9007199254740992', '-9007199254740993', '0000000000000000012', '9187643043065364480'].map(isLongInteger)).toEqual([false, true, true, false, true])
  })
})

describe('integers of a column', () => {
  it('are identifiers when one is too long, and quantities beside a fraction', () => {
    expect(areLongIntegers(['1', '9007199254740993'])).toBe(true)
    expect(areLongIntegers(['1', '2'])).toBe(false)
    expect(areLongIntegers(['1.5', '9007199254740993'])).toBe(false)
  })
})
