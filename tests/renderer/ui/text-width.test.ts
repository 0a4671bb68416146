import { describe, expect, it } from 'vitest'
import { textWidth } from '../../../src/renderer/ui/text-width'

describe('the width of a text', () => {
  it.each([
    ['', 0],
    ['petal_length_cm', 15],
    ['身高（厘米）', 12],
    ['体重 kg', 7],
    ['ε = 1e−5', 8],
    ['🐧', 2]
  ])('of %j is %i Latin characters', (text, width) => {
    expect(textWidth(text)).toBe(width)
  })
})
