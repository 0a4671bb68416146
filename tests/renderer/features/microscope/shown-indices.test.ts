import { describe, expect, it } from 'vitest'
import { isWhole, numbersIn, numbersOf, shownIndices, shownWindows } from '../../../../src/renderer/features/microscope/shown-indices'

const range = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('the indices that are shown', () => {
  it('are all of up to eight', () => {
    expect(shownIndices(8, 3)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(shownIndices(0, 0)).toEqual([])
  })

  it('are of more the first three, the chosen one with its neighbours, and the last', () => {
    expect(shownIndices(64, 30)).toEqual([0, 1, 2, { gap: 26 }, 29, 30, 31, { gap: 31 }, 63])
    expect(shownIndices(13, 0)).toEqual([0, 1, 2, 3, 4, 5, { gap: 6 }, 12])
    expect(shownIndices(13, 11)).toEqual([0, 1, 2, { gap: 6 }, 9, 10, 11, 12])
  })

  it('are fewer in a narrower window', () => {
    expect(shownWindows.map((window) => shownIndices(64, 30, window).length)).toEqual([9, 8, 7, 5, 4])
    expect(shownIndices(64, 30, shownWindows[3])).toEqual([0, { gap: 29 }, 30, { gap: 32 }, 63])
  })

  const cases = shownWindows.flatMap((window) => [9, 10, 12].flatMap((count) => range(count).map((chosen) => ({ window, count, chosen }))))
  it.each(cases)('are as many wherever the chosen one is, and count what they leave out: $chosen of $count, $window', (one) => {
    const { window, count, chosen } = one
    const shown = shownIndices(count, chosen, window)
    const left = shown.reduce<number>((sum, index) => sum + (typeof index === 'number' ? 0 : index.gap), 0)
    const numbers = numbersOf(shown)
    expect(numbers.length + left).toBe(count)
    expect(numbers).toHaveLength(isWhole(count, window) ? count : numbersIn(window))
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    expect(numbers).toContain(chosen)
    for (const index of shown) if (typeof index !== 'number') expect(index.gap).toBeGreaterThan(0)
  })
})
