import { describe, expect, it } from 'vitest'
import { oddOneOut, type ThreeAnswers } from '#core'

const usual = { loss: 1, step: 1e-5, looser: 1, numericCounts: true }
const of = (reverse: number, forward: number, numeric: number): ThreeAnswers => ({ reverse, forward, numeric })

describe('of three answers', () => {
  it('none is odd when all agree, each to its precision', () => {
    expect(oddOneOut(of(0.5, 0.5, 0.5 + 1e-9), usual)).toBe('none')
  })

  it.each([
    ['reverse', of(0.6, 0.5, 0.5)],
    ['forward', of(0.5, 0.6, 0.5)],
    ['numeric', of(0.5, 0.5, 0.6)]
  ] as const)('the %s one is odd when it disagrees with the two others', (odd, answers) => {
    expect(oddOneOut(answers, usual)).toBe(odd)
  })

  it('it is unclear which is odd when all differ, or one lies between two', () => {
    expect(oddOneOut(of(0.4, 0.5, 0.6), usual)).toBe('unclear')
    expect(oddOneOut(of(0.5 - 7e-7, 0.5 + 7e-7, 0.5), usual)).toBe('unclear')
  })

  it('the numeric one is not heard when a kink lies in its way', () => {
    expect(oddOneOut(of(0.5, 0.5, 0.7), { ...usual, numericCounts: false })).toBe('none')
    expect(oddOneOut(of(0.5, 0.7, 0.7), { ...usual, numericCounts: false })).toBe('unclear')
  })

  it('the numeric one is compared more loosely after a smaller step', () => {
    const answers = of(0.5, 0.5, 0.5 + 5e-6)
    expect(oddOneOut(answers, usual)).toBe('numeric')
    expect(oddOneOut(answers, { ...usual, step: 1e-6, looser: 10 })).toBe('none')
  })
})
