import { describe, expect, it } from 'vitest'
import { tensorText } from '#core'
import { matrixRows, steppedBy } from '../../../../src/renderer/features/graph/matrix-rows'

describe('a typed matrix', () => {
  it.each([
    [[[1, 2], [3, 4]]],
    [[[-0.5], [1e-7], [2e21]]],
    [[[0]]]
  ])('is read as it is written: %j', (rows) => {
    expect(matrixRows(tensorText(rows))).toEqual(rows)
  }) // prettier-ignore

  it.each(['', '1', '[]', '[1, 2; 3]', '[1, x]', '[1,, 2]', '[[1, 2], [3, 4]]', '[1, Infinity]', '[1; 2'])(
    'has no cells where it is not: %s',
    (text) => {
      expect(matrixRows(text)).toBeNull()
    }
  )
})

describe('a step', () => {
  it('adds no rounding errors', () => {
    let value = 0
    for (let step = 0; step < 1000; step++) value = steppedBy(value, 1)
    expect(value).toBe(100)
    expect(steppedBy(0.3, -3)).toBe(0)
    expect(steppedBy(-2, 10)).toBe(-1)
  })
})
