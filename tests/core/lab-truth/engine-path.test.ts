import { describe, expect, it } from 'vitest'
import { parseEnginePath } from '#core'

describe('the path of a number of the engine', () => {
  it('names an element of a tensor of a worked example', () => {
    expect(parseEnginePath('L000.dW1[0,2]')).toEqual({ lesson: 'L000', quantity: { tensor: 'dW', layer: 1 }, index: [0, 2], fold: null })
  })

  it('names a row with a fold, of the own network without an example', () => {
    expect(parseEnginePath('dZ2[0].sum')).toEqual({ lesson: null, quantity: { tensor: 'dZ', layer: 2 }, index: [0], fold: 'sum' })
  })

  it('names the loss', () => {
    expect(parseEnginePath('loss')).toEqual({ lesson: null, quantity: 'loss', index: [], fold: null })
  })

  it('names a gradient as the gradient check does', () => {
    expect(parseEnginePath('check.b2.sum')).toEqual(parseEnginePath('db2.sum'))
  })

  it.each(['', 'L999.loss', 'W', 'dW0', 'check.dW1', 'check.loss', 'dW1[0,1,2]', 'dW1[-1]', 'loss.', 'db2.median', 'L000.L000.loss'])(
    'refuses %j',
    (text) => {
      expect(parseEnginePath(text)).toBeNull()
    }
  )
})
