import { describe, expect, it } from 'vitest'
import { numbersOf, shownIndices } from '../../../../src/renderer/features/microscope/shown-indices'

describe('the indices that are shown', () => {
  it('are all of up to eight', () => {
    expect(shownIndices(8, null)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(shownIndices(0, null)).toEqual([])
  })

  it('are of more the first three, the chosen one with its neighbours, and the last', () => {
    expect(shownIndices(64, 30)).toEqual([0, 1, 2, { gap: 26 }, 29, 30, 31, { gap: 31 }, 63])
    expect(shownIndices(13, null)).toEqual([0, 1, 2, { gap: 9 }, 12])
  })

  it.each(Array.from({ length: 12 }, (_, chosen) => [chosen]))('leave out nothing that is not counted: %i of 12', (chosen) => {
    const shown = shownIndices(12, chosen)
    const left = shown.reduce<number>((sum, one) => sum + (typeof one === 'number' ? 0 : one.gap), 0)
    expect(numbersOf(shown).length + left).toBe(12)
    expect(numbersOf(shown)).toContain(chosen)
    for (const one of shown) if (typeof one !== 'number') expect(one.gap).toBeGreaterThan(1)
  })
})
