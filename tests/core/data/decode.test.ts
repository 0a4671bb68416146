import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/core/data/decode'
import { refusalOf } from '../../support/tables'

const encode = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

describe('decodeText', () => {
  it('gives back any text without NUL that was encoded', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 }).map((t) => `x${t.replaceAll('\0', '')}`)
    fc.assert(fc.property(text, (t) => decodeText(encode(t)) === t))
  })

  it('takes byte order marks off the beginning, one or two', () => {
    expect(decodeText(encode('\uFEFFa,b'))).toBe('a,b')
    expect(decodeText(encode('\uFEFF\uFEFFa,b'))).toBe('a,b')
    expect(decodeText(encode('\uFEFF'))).toBe('')
  })

  it.each([
    ['an Excel workbook', 'PK\x03\x04\x14\x00\x06\x00\x00\x00[Content_Types].xml', 'Excel (.xlsx)'],
    ['an old Excel workbook', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'Excel (.xls)'],
    [
      'an OpenDocument sheet',
      'PK\x03\x04\x14\x00mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
      'OpenDocument (.ods)'
    ],
    ['a zip archive', 'PK\x03\x04\x14\x00data.csv', 'ZIP'],
    ['a PDF', '%PDF-1.7\n1,2', 'PDF'],
    ['a gzip archive', '\x1f\x8b\x08\x00', 'gzip'],
    ['little-endian UTF-16', '\xff\xfea\x00,\x00', 'UTF-16'],
    ['big-endian UTF-16', '\xfe\xff\x00a\x00,', 'UTF-16']
  ])('knows %s by its first bytes', (_, content, kind) => {
    expect(refusalOf(() => decodeText(latin1(content)))).toMatchObject({ code: 'data.not-text', details: { kind } })
  })

  it('refuses a NUL byte and says where the first one is', () => {
    expect(refusalOf(() => decodeText(latin1('a,b\n1,\x00\n')))).toMatchObject({
      code: 'data.not-text',
      en: 'This is not a CSV file: byte 7 is zero; save it as CSV (UTF-8, comma separated) first.',
      zh: '这不是 CSV 文件：第 7 个字节为零；请先另存为 CSV（UTF-8，逗号分隔）。'
    })
  })

  it.each([
    ['a Latin-1 letter', 'name,age\nAndr\xe9,12\n', 14, 2, 1],
    ['a GBK word', 'a,b\r\n1,\xc4\xe3\r\n', 8, 2, 2],
    ['a byte in the third of old Macintosh lines', 'a,b\r1,2\r3,\x80\r', 11, 3, 2],
    ['a character cut off at the end', 'a\n\xe4\xb8', 3, 2, 1],
    ['an over-long encoding', 'a\n\xc0\xaf', 3, 2, 1],
    ['half of a surrogate pair', '\xed\xa0\x80', 1, 1, 1],
    ['the first of several', 'a,b,\xff\n\xfe', 5, 1, 3],
    ['a byte after a quoted field with commas and lines', '"a,\n",b\n1,\xff', 11, 3, 2]
  ])('names byte, row and column of %s', (_, content, byte, row, column) => {
    expect(refusalOf(() => decodeText(latin1(content)))).toMatchObject({
      code: 'data.not-utf8',
      details: { byte, row, column }
    })
  })

  it('finds a wrong byte wherever it is put', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 10 })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.array(line, { maxLength: 5 }), (before, after) => {
        const head = encode(`x${before.join('\n')}`)
        const bytes = Uint8Array.of(...head, 0xff, ...encode(after.join('\n')))
        fc.pre(!bytes.includes(0))
        expect(refusalOf(() => decodeText(bytes)).details.byte).toBe(head.length + 1)
      })
    )
  })
})
