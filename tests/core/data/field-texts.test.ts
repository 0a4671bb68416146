import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FieldTexts, NotUtf8 } from '../../../src/core/data/field-texts'

const encoder = new TextEncoder()
const whole = (texts: FieldTexts, text: string) => {
  const bytes = encoder.encode(text)
  return texts.read(bytes, 0, bytes.length)
}

it('reads any text, trimmed, the first time and again', () => {
  const texts = new FieldTexts()
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 30 }), (fields) => {
      for (const field of [...fields, ...fields]) expect(whole(texts, field)).toBe(field.trim())
    })
  )
})

it('reads a part of bytes and nothing around it', () => {
  expect(new FieldTexts().read(encoder.encode('a,变量 ,b'), 2, 9)).toBe('变量')
})

it('refuses bytes that are not UTF-8, short and long ones', () => {
  const texts = new FieldTexts()
  for (const length of [1, 60]) {
    const bytes = new Uint8Array(length).fill(0x41)
    bytes[length - 1] = 0xff
    expect(() => texts.read(bytes, 0, length)).toThrow(NotUtf8)
  }
})
