import { describe, expect, it } from 'vitest'
import { checkWork } from '#core'
import { networkOf } from '../../support/problems'

describe('the work of a check', () => {
  const large = networkOf([64, 128, 10], 'relu', 'softmax-cross-entropy')

  it('is the same for a sample that leaves nothing out', () => {
    const small = networkOf([2, 3, 2], 'relu', 'softmax-cross-entropy')
    expect(checkWork(small, 16, 'sampled')).toBe(checkWork(small, 16, 'all'))
  })

  it('is far less for a sample of a large network', () => {
    expect(checkWork(large, 64, 'sampled')).toBeLessThan(checkWork(large, 64, 'all') / 5)
  })

  it('grows in proportion to the batch', () => {
    expect(checkWork(large, 128, 'all')).toBe(2 * checkWork(large, 64, 'all'))
  })

  it('is less without biases', () => {
    expect(checkWork({ ...large, bias: false }, 64, 'all')).toBeLessThan(checkWork(large, 64, 'all'))
  })
})
