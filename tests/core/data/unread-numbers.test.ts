import { describe, expect, it } from 'vitest'
import { areUnreadNumbers, isUnreadNumber } from '../../../src/core/data/unread-numbers'

describe('isUnreadNumber', () => {
  it.each(['1.5×10^3', '3½', '12 ± 2', '5–10', '0x1F', '14h05', '1_000', '≈12', '~3', '(12)', '١٢', '2024Q1', "12°30'N"])('holds for %j', (text) => {
    expect(isUnreadNumber(text)).toBe(true)
  })

  it.each(['S1', 'Jan-24', 'room 5', '3 bedrooms', '10:05 -> 3', '2=3', 'a', '', '—', 'n/a'])('does not hold for %j', (text) => {
    expect(isUnreadNumber(text)).toBe(false)
  })
})

describe('areUnreadNumbers', () => {
  const ranges = Array.from({ length: 10 }, (_, i) => `${i}–${i + 5}`)

  it('holds where nearly all are', () => {
    expect(areUnreadNumbers(ranges)).toBe(true)
    expect(areUnreadNumbers([...ranges, 'more'])).toBe(true)
    expect(areUnreadNumbers([...ranges, 'more', 'less'])).toBe(false)
  })

  it('does not hold for a few, which name classes', () => expect(areUnreadNumbers(['1st', '2nd', '3rd'])).toBe(false))
})
