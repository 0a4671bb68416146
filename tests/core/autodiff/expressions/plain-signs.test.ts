import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainSigns } from '../../../../src/core/autodiff/expressions/plain-signs'

it('makes full-width and textbook signs plain', () => {
  expect(plainSigns('ｍａｘ（ｘ，２）＋ａ×ｂ·ｃ⊙ｄ÷２−１；【１】＃＠')).toBe('ｍａｘ(ｘ,2)+ａ*ｂ*ｃ*ｄ/2-1;[1]#@')
})

it('keeps every character in its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(plainSigns(text)).toHaveLength(text.length)
    })
  )
})
