import { describe, expect, it } from 'vitest'
import { checkWork, scopeFor } from '#core'
import { networkOf } from '../../support/problems'

describe('the work of a check', () => {
  const large = networkOf([64, 128, 10], 'relu', 'softmax-cross-entropy')

  it('is the same for a sample that leaves nothing out', () => {
    const small = networkOf([2, 3, 2], 'relu', 'softmax-cross-entropy')
    expect(checkWork(small, 16, 'sampled')).toBe(checkWork(small, 16, 'all'))
  })

  it('is far less for a sample of a large network', () => {
    const wide = networkOf([784, 1000, 10], 'relu', 'softmax-cross-entropy')
    expect(checkWork(wide, 64, 'sampled')).toBeLessThan(checkWork(wide, 64, 'all') / 4)
  })

  it('grows in proportion to the batch', () => {
    expect(checkWork(large, 128, 'all')).toBe(2 * checkWork(large, 64, 'all'))
  })

  it('is less without biases', () => {
    expect(checkWork({ ...large, bias: false }, 64, 'all')).toBeLessThan(checkWork(large, 64, 'all'))
  })
})

describe('the default scope of a check', () => {
  const digits = networkOf([64, 200, 10], 'tanh', 'softmax-cross-entropy')

  it('is everything where that takes seconds', () => {
    expect(scopeFor(digits, 32)).toBe('all')
    expect(scopeFor(networkOf([64, 64, 10], 'relu', 'softmax-cross-entropy'), 64)).toBe('all')
  })

  it('is a sample where it would take long, be it for the network or for the batch', () => {
    expect(scopeFor(digits, 1348)).toBe('sampled')
    expect(scopeFor(networkOf([784, 1000, 10], 'relu', 'softmax-cross-entropy'), 64)).toBe('sampled')
  })
})
