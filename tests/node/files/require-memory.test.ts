import { describe, expect, it } from 'vitest'
import { requireMemory, availableMemory } from '../../../src/node/files/require-memory'
import { refusalOf } from '../../support/tables'

const GIGABYTE = 1e9
const halfRead = { part: 0.5, rows: 1000, bytes: 2 * GIGABYTE, textBytes: GIGABYTE / 2 }
const wide = { free: 100 * GIGABYTE, freeForTexts: 100 * GIGABYTE }

describe('requireMemory', () => {
  it('lets a file pass that fits', () => {
    // As a whole 1.5 × 4 GB, of which 2 GB are taken already.
    expect(() => requireMemory('a', halfRead, undefined, { ...wide, free: 4 * GIGABYTE })).not.toThrow()
  })

  it('says what is needed and what there is', () => {
    expect(refusalOf(() => requireMemory('a.csv', halfRead, undefined, { ...wide, free: GIGABYTE })).en).toBe(
      'a.csv needs about 6.0 GB of memory; 3.0 GB are free. Load only some of the rows?'
    )
    expect(refusalOf(() => requireMemory('a.csv', halfRead, undefined, { ...wide, freeForTexts: 0 })).details).toEqual({
      name: 'a.csv',
      needed: '1.0',
      free: '0.5'
    })
  })

  it('counts only the rows of a sample', () => {
    const few = { free: 0.1 * GIGABYTE, freeForTexts: 0 }
    expect(() => requireMemory('a', { ...halfRead, bytes: 0, textBytes: 0 }, { rows: 1500, how: 'random' }, few)).not.toThrow()
    expect(refusalOf(() => requireMemory('a', halfRead, { rows: 1500, how: 'first' }, few)).details.needed).toBe('4.5')
  })

  it('knows how much room there is here', () => {
    const { free, freeForTexts } = availableMemory()
    expect(free).toBeGreaterThan(0)
    expect(freeForTexts).toBeGreaterThan(0)
  })
})
