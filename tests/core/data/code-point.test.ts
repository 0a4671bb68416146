import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byCodePoint } from '../../../src/core/data/code-point'

const codePoints = (text: string) => Array.from(text, (character) => character.codePointAt(0) ?? 0)

/** The same order, written down plainly: list by list of code points. */
function plainOrder(a: string, b: string): number {
  const [x, y] = [codePoints(a), codePoints(b)]
  const at = x.findIndex((point, i) => point !== y[i])
  if (at < 0) return x.length - y.length
  return at < y.length ? x[at] - y[at] : 1
}

describe('byCodePoint', () => {
  it('puts what lies above U+FFFF after everything below', () => {
    expect(['😀', '\uFF21', 'b', 'a', 'B', '中', ''].sort(byCodePoint)).toEqual([
      '',
      'B',
      'a',
      'b',
      '中',
      '\uFF21',
      '😀'
    ])
  })

  it('agrees with comparing lists of code points', () => {
    const text = fc.string({ unit: 'binary', maxLength: 6 })
    fc.assert(fc.property(text, text, (a, b) => Math.sign(byCodePoint(a, b)) === Math.sign(plainOrder(a, b))))
  })
})
