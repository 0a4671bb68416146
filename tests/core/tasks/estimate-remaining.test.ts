import { describe, expect, it } from 'vitest'
import { estimateRemaining } from '../../../src/core/tasks/estimate-remaining'

describe('the estimate of the time left', () => {
  it('goes on at the pace so far', () => {
    expect(estimateRemaining({ done: 25, total: 100 }, 2)).toBe(6)
  })

  it('is zero at the end, and where more is done than was expected', () => {
    expect(estimateRemaining({ done: 100, total: 100 }, 2)).toBe(0)
    expect(estimateRemaining({ done: 120, total: 100 }, 2)).toBe(0)
  })

  it('is not made before anything is done, of an unknown total, or from a moment', () => {
    expect(estimateRemaining({ done: 0, total: 100 }, 2)).toBeNull()
    expect(estimateRemaining({ done: 10, total: 0 }, 2)).toBeNull()
    expect(estimateRemaining({ done: 10, total: 100 }, 0.4)).toBeNull()
    expect(estimateRemaining({ done: 10, total: 100 }, 0.4, 0)).toBeCloseTo(3.6)
  })
})
