import { describe, expect, it } from 'vitest'
import { listOf, listOfNames } from '../../../src/core/data/listing'

describe('a list in a message', () => {
  it('names all of a few things', () => {
    expect(listOf([4, 7])).toBe('4, 7')
    expect(listOfNames(['a', 'b c'])).toBe('`a`, `b c`')
    expect(listOf([])).toBe('')
  })

  it('names twenty of many and says that there are more', () => {
    const named = listOf(Array.from({ length: 1000 }, (_, i) => i)).split(', ')
    expect(named).toHaveLength(21)
    expect(named.slice(19)).toEqual(['19', '…'])
  })
})
