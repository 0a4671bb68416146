import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namesWithoutHeader, readHeader } from '../../../src/core/data/header'

describe('readHeader', () => {
  it('trims names and leaves those that differ as they are', () => {
    expect(readHeader([' a ', 'A', 'a b'])).toEqual({ names: ['a', 'A', 'a b'], notes: [] })
  })

  it('gives a second x the next free number and says which columns were equal', () => {
    expect(readHeader(['x', 'y', 'x', 'x_2', 'x'])).toEqual({
      names: ['x', 'y', 'x_3', 'x_2', 'x_4'],
      notes: [
        { code: 'note.renamed-column', details: { column: 3, first: 1, original: 'x', name: 'x_3' } },
        { code: 'note.renamed-column', details: { column: 5, first: 1, original: 'x', name: 'x_4' } }
      ]
    })
  })

  it('names an empty header by its place', () => {
    expect(readHeader(['a', '', ' '])).toEqual({
      names: ['a', 'column_2', 'column_3'],
      notes: [
        { code: 'note.unnamed-column', details: { column: 2, name: 'column_2' } },
        { code: 'note.unnamed-column', details: { column: 3, name: 'column_3' } }
      ]
    })
  })

  it('lets a name in the file go before a made-up one', () => {
    expect(readHeader(['', 'column_1']).names).toEqual(['column_1_2', 'column_1'])
  })

  it('always gives different names, the first of its kind unchanged', () => {
    const cell = fc.constantFrom('x', 'x_2', 'x_3', '', ' ', 'column_2', 'column_2_2', '__proto__', 'constructor')
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), (cells) => {
        const { names } = readHeader(cells)
        expect(new Set(names).size).toBe(cells.length)
        cells.forEach((cell, i) => {
          if (cell.trim() !== '' && cells.indexOf(cell) === i) expect(names[i]).toBe(cell)
        })
      })
    )
  })
})

describe('namesWithoutHeader', () => {
  it('counts from 1', () => expect(namesWithoutHeader(2)).toEqual(['column_1', 'column_2']))
})
