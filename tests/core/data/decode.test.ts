import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/core/data/decode'
import { refusalOf } from '../../support/tables'

const encode = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

describe('decodeText', () => {
  it('gives back any text without NUL that was encoded', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 }).map((t) => `x${t.replaceAll('\0', '')}`)
    fc.assert(fc.property(text, (t) => decodeText(encode(t)).text === t))
  })

  it('takes byte order marks off the beginning, one or two', () => {
    expect(decodeText(encode('\uFEFFa,b')).text).toBe('a,b')
    expect(decodeText(encode('\uFEFF\uFEFFa,b')).text).toBe('a,b')
    expect(decodeText(encode('\uFEFF')).text).toBe('')
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
    ['a gzip archive', '\x1f\x8b\x08\x00', 'gzip']
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
    ['a byte behind semicolons', 'a;b\n1;\xe9', 7, 2, 2],
    ['a byte after a quoted field with commas and lines', '"a,\n",b\n1,\xff', 11, 3, 2]
  ])('names byte, row and column of %s', (_, content, byte, row, column) => {
    expect(refusalOf(() => decodeText(latin1(content), 'utf-8'))).toMatchObject({
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
        expect(refusalOf(() => decodeText(bytes, 'utf-8')).details.byte).toBe(head.length + 1)
      })
    )
  })
})

/** 姓名,分数 / 李,1 in GBK: from Python's codec. */
const gbk = latin1('\xd0\xd5\xc3\xfb,\xb7\xd6\xca\xfd\n\xc0\xee,1\n')
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * text.length))
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian)
  return new Uint8Array(view.buffer)
}

describe('an encoding that is not asked for', () => {
  it.each([
    ['GBK', gbk, 'gb18030', '姓名,分数\n李,1\n'],
    ['Windows-1252', latin1('name,age\nAndr\xe9,1\nM\xfcller,2\n\x80,3\n'), 'windows-1252', 'name,age\nAndré,1\nMüller,2\n€,3\n'],
    ['UTF-16 with a mark', utf16('\uFEFF姓名\tx\n李\t1\n', true), 'utf-16le', '姓名\tx\n李\t1\n'],
    ['UTF-16 with its bytes the other way', utf16('\uFEFF姓名\tx\n', false), 'utf-16be', '姓名\tx\n'],
    ['UTF-16 without a mark', utf16('姓,x\n李,1\n', true), 'utf-16le', '姓,x\n李,1\n'],
    ['UTF-16 without a mark, the other way', utf16('a,b\n1,2\n', false), 'utf-16be', 'a,b\n1,2\n']
  ] as const)('%s is found', (_, bytes, encoding, text) => {
    expect(decodeText(bytes)).toMatchObject({ encoding, text })
  })

  it('is told with the byte that is not UTF-8', () => {
    expect(decodeText(gbk).invalid).toEqual({ byte: 1, row: 1, column: 1 })
    expect(decodeText(encode('a,b')).invalid).toBeNull()
  })

  it('is not guessed for UTF-8 that is damaged', () => {
    const damaged = Uint8Array.of(...encode('姓名,分数\n李,'), 0xff, ...encode('1\n'))
    expect(refusalOf(() => decodeText(damaged))).toMatchObject({
      code: 'data.not-utf8',
      en: 'Byte 19 (row 2, column 2) is not UTF-8. Try GB18030, or save the file as “CSV UTF-8” and open it again.'
    })
  })
})

describe('an encoding that is asked for', () => {
  it('goes before what would be found', () => {
    expect(decodeText(encode('é'), 'windows-1252').text).toBe('Ã©')
    expect(decodeText(encode('\uFEFFa'), 'utf-8').text).toBe('a')
  })

  it('and is not that of the file is refused', () => {
    expect(refusalOf(() => decodeText(latin1('a\xff\n'), 'gb18030'))).toMatchObject({
      code: 'data.wrong-encoding',
      en: 'The file is not in the encoding gb18030. Choose another one.'
    })
  })
})
