import { describe, expect, it } from 'vitest'
import { decodeAs, encodings, markedEncoding, otherEncoding, unmarkedUtf16 } from '../../../src/core/data/encoding'

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

describe('an encoding', () => {
  it.each(encodings)('%s is known to the decoder of the host', (encoding) => {
    expect(decodeAs(new Uint8Array(0), encoding)).toBe('')
  })

  it('of Windows has its own letters where Latin-1 has control codes', () => {
    // Unicode's mapping table for code page 1252: 80 is U+20AC, 8A U+0160, 99 U+2122, 9F U+0178, E9 U+00E9.
    expect(decodeAs(bytesOf('\x80\x8a\x99\x9f\xe9'), 'windows-1252')).toBe('\u20ac\u0160\u2122\u0178\u00e9')
  })

  it('is told by a byte order mark', () => {
    const marks = ['\xff\xfea\0', '\xfe\xff\0a', '\xef\xbb\xbfa', 'a', '']
    expect(marks.map((mark) => markedEncoding(bytesOf(mark)))).toEqual(['utf-16le', 'utf-16be', 'utf-8', null, null])
  })

  it('is UTF-16 only with zeros on one side', () => {
    expect(unmarkedUtf16(bytesOf('a\0,\0'))).toBe('utf-16le')
    expect(unmarkedUtf16(bytesOf('\0a\0,'))).toBe('utf-16be')
    for (const text of ['a,b\n', 'a\0\0b', 'a\0,', 'a,b,c,d,e,f,g,h\0\n']) expect(unmarkedUtf16(bytesOf(text))).toBeNull()
  })

  it('is not GB18030 for letters with accents beside plain ones', () => {
    expect(otherEncoding(bytesOf('M\xfcller,Gr\xfcn\n'))).toBe('windows-1252')
    expect(otherEncoding(bytesOf('\xd0\xd5\xc3\xfb,x\n'))).toBe('gb18030')
  })
})
