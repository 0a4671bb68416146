import { expect, it } from 'vitest'
import { firstInvalidByte } from '../../../src/core/data/invalid-byte'

const bytes = (text: string, ...rest: number[]) => Uint8Array.from([...new TextEncoder().encode(text), ...rest])

it.each([
  ['an ASCII text', bytes('a,b\n1,2\n'), 8],
  ['Chinese and an emoji', bytes('变量\n😀'), 11],
  ['nothing', bytes(''), 0],
  ['a byte that begins no character, after two lines', bytes('a\nb\nc', 0xff, 0x41), 5],
  ['a character that is cut short at the end', bytes('变', 0xe5, 0x8f), 3],
  ['a character that is cut short by a line feed', bytes('变', 0xe5, 0x0a), 3],
  ['a continuation byte on its own, behind long characters', bytes('é变😀', 0x80), 9]
])('finds the first byte that is not UTF-8 in %s', (_what, text, expected) => {
  expect(firstInvalidByte(text)).toBe(expected)
})
