import { describe, expect, it } from 'vitest'
import { writtenText, briefNumber, Walk, walkExample, walkExampleNames } from '#core'
import { writtenTokens } from '../../../../src/renderer/features/microscope/written-tokens'

const walks = walkExampleNames.map((name) => [name, new Walk(walkExample(name))] as const)

describe('a calculation in pieces', () => {
  it.each(walks)('reads as the text does: %s', (_id, walk) => {
    for (const { id } of walk.steps) {
      const cell = walk.cell({ step: id, row: 0, column: 0 })
      expect(
        writtenTokens(cell)
          .map(({ text }) => text)
          .join('')
      ).toBe(writtenText(cell.written, briefNumber))
    }
  })

  it('tells each factor of a product with its cell, in the order of the terms', () => {
    const [, walk] = walks[0]
    const cell = walk.cell({ step: 'Z1', row: 1, column: 2 })
    const numbers = writtenTokens(cell).filter((token) => token.kind === 'number')
    expect(numbers.map(({ factor }) => factor)).toEqual(cell.terms.flatMap(({ factors }) => factors))
    expect(numbers.map(({ term }) => term)).toEqual([0, 0, 1, 1, 2])
  })
})
