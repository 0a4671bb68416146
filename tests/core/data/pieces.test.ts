import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pieceRows, Pieces } from '../../../src/core/data/pieces'

describe('pieces', () => {
  it('give back what was written, whatever was expected', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 * pieceRows }), fc.nat(4 * pieceRows), (length, expected) => {
        const pieces = new Pieces((size) => new Int32Array(size), expected)
        for (let row = 0, room = 0; row < length; row++) {
          if (row === room) {
            const size = row < pieceRows ? Math.min(pieceRows, Math.max(64, 2 * row)) : pieceRows
            pieces.grow(Math.floor(row / pieceRows), size)
            room = Math.floor(row / pieceRows) * pieceRows + size
          }
          pieces.of(row)[row % pieceRows] = row + 1
        }
        const taken = pieces.take(length)
        expect(taken).toHaveLength(length)
        // Element by element, toEqual takes a hundred times as long.
        expect(taken.findIndex((value, row) => value !== row + 1)).toBe(-1)
      }),
      { seed: 1, numRuns: 50 }
    )
  })

  it('are cut from a whole', () => {
    const pieces = new Pieces((size) => new Int32Array(size))
    pieces.put(Int32Array.from({ length: pieceRows + 5 }, (_, row) => row))
    expect([pieces.at(1)[4], pieces.of(pieceRows + 4)[4]]).toEqual([pieceRows + 4, pieceRows + 4])
    expect(pieces.take(3)).toEqual(Int32Array.of(0, 1, 2))
  })
})
