import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BlankRuns, withTabs } from '../../../src/core/data/blank-runs'

describe('blanks in a row', () => {
  it.each([
    [' 1  2   3\n', '1\t2\t3\n'],
    ['1 2  \r\n\t3\t 4\n', '1\t2\r\n3\t4\n'],
    ['1  "a  b"\n', '1\t"a  b"\n'],
    ['   \n1\n', '\n1\n'],
    ['甲   乙', '甲\t乙']
  ])('become tabs: %j', (text, expected) => expect(withTabs(text)).toBe(expected))

  it('become the same in pieces of any size', () => {
    const text = fc.string({ unit: fc.constantFrom(' ', '\t', '1', 'a', '"', '\n', '\r'), maxLength: 30 })
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(30), (whole, one, two) => {
        const bytes = new TextEncoder().encode(whole)
        const [first, second] = [one, two].map((at) => at % (bytes.length + 1)).sort((a, b) => a - b)
        const runs = new BlankRuns()
        const pieces = [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)].map((piece) => runs.push(piece).slice())
        expect(pieces.map((piece) => new TextDecoder().decode(piece)).join('')).toBe(withTabs(whole))
      })
    )
  })
})
