import { describe, expect, it } from 'vitest'
import { Walk, walkExample, walkExampleNames } from '#core'
import { indexValues } from '../../../../src/renderer/features/microscope/index-letters'

describe('the indices of a cell', () => {
  it('go by the letters of the formula', () => {
    expect(indexValues({ id: 'Z1', shape: [2, 3] }, { row: 1, column: 2 })).toBe('i = 1, j = 2')
    expect(indexValues({ id: 'dW1', shape: [2, 3] }, { row: 1, column: 2 })).toBe('k = 1, j = 2')
    expect(indexValues({ id: 'dA1', shape: [2, 3] }, { row: 0, column: 1 })).toBe('i = 0, k = 1')
    expect(indexValues({ id: 'db1', shape: [1, 3] }, { row: 0, column: 1 })).toBe('j = 1')
    expect(indexValues({ id: 'L', shape: [1, 1] }, { row: 0, column: 0 })).toBe('')
  })

  it.each(walkExampleNames)('are letters that the formula of the result has: %s', (name) => {
    for (const step of new Walk(walkExample(name)).steps.filter(({ id }) => /^(?:Z\d|dW\d|dA\d|dX|db\d)$/.test(id))) {
      const letters = indexValues(step, { row: 0, column: 0 }).match(/[a-z](?= =)/g) ?? []
      for (const letter of letters) expect(step.tex.index).toContain(letter)
    }
  })
})
