import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellText, readCsv } from '#core'
import { encodings, markedEncoding, unmarkedUtf16 } from '../../../src/core/data/encoding'
import { EncodingSurvey } from '../../../src/core/data/encoding-survey'
import { TextStream } from '../../../src/core/data/text-stream'
import { cellsOf, refusalOf, tableOf } from '../../support/tables'

const encode = (text: string) => new TextEncoder().encode(text)
const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const decoded = (...pieces: Uint8Array[]) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(pieces.flatMap((piece) => [...piece])))

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length))
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian)
  return new Uint8Array(view.buffer)
}

function surveyed(...pieces: Uint8Array[]) {
  const survey = new EncodingSurvey()
  pieces.forEach((piece) => survey.push(piece))
  return survey.end()
}

describe('an encoding', () => {
  it.each(encodings)('%s is known to the decoder of the host', (encoding) => {
    expect(new TextStream(encoding).end()).toHaveLength(0)
  })

  it('of Windows has its own letters where Latin-1 has control codes', () => {
    // Unicode's mapping table for code page 1252: 80 is U+20AC, 8A U+0160, 99 U+2122, 9F U+0178, E9 U+00E9.
    expect(decoded(new TextStream('windows-1252').push(bytesOf('\x80\x8a\x99\x9f\xe9')))).toBe('\u20ac\u0160\u2122\u0178\u00e9')
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
    expect(surveyed(bytesOf('M\xfcller,Gr\xfcn\n'))).toBe('windows-1252')
    expect(surveyed(bytesOf('\xd0\xd5\xc3\xfb,x\n'))).toBe('gb18030')
  })

  it('is found the same from pieces', () => {
    const file = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom(...['姓名,分数\n李,\xff', '\xd0\xd5\xc3\xfb,x\n', 'M\xfcller\n'].map((text) => (text > '\xff' ? encode(text) : bytesOf(text))))
    )
    fc.assert(fc.property(file, fc.nat(), (bytes, n) => {
      const at = n % (bytes.length + 1)
      expect(surveyed(bytes.subarray(0, at), bytes.subarray(at))).toBe(surveyed(bytes))
    }))
  })
})

describe('a stream of text', () => {
  it('gives the same from pieces, in whatever encoding', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 }).map((t) => `x${t.replaceAll('\0', '')}`)
    fc.assert(fc.property(text, fc.boolean(), fc.nat(), (whole, littleEndian, n) => {
      const bytes = utf16(whole, littleEndian)
      const at = n % (bytes.length + 1)
      const stream = new TextStream(littleEndian ? 'utf-16le' : 'utf-16be')
      expect(decoded(stream.push(bytes.subarray(0, at)), stream.push(bytes.subarray(at)), stream.end())).toBe(whole)
    }))
  })

  it('refuses a NUL byte and says where the first one is', () => {
    const stream = new TextStream('utf-8')
    stream.push(bytesOf('a,b'))
    expect(refusalOf(() => stream.push(bytesOf('\n1,\x00\n')))).toMatchObject({
      code: 'data.not-text',
      en: 'This is not a CSV file: byte 7 is zero; save it as CSV (UTF-8, comma-separated) first.',
      zh: '这不是 CSV 文件：第 7 个字节为零；请先另存为 CSV（UTF-8，逗号分隔）。'
    })
  })
})

describe('byte order marks', () => {
  it.each(['\uFEFF', '\uFEFF\uFEFF'])('go from the beginning, one or two', (marks) => {
    expect(tableOf(`${marks}a,b\n1,2\n`).columns[0].name).toBe('a')
    expect(readCsv(utf16(`${marks}a,b\n1,2\n`, true)).columns[0].name).toBe('a')
  })
})

describe('a file of another kind', () => {
  it.each([
    ['an Excel workbook', 'PK\x03\x04\x14\x00\x06\x00\x00\x00[Content_Types].xml', 'Excel (.xlsx)'],
    ['an old Excel workbook', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'Excel (.xls)'],
    ['an OpenDocument sheet', 'PK\x03\x04\x14\x00mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'OpenDocument (.ods)'],
    ['a zip archive', 'PK\x03\x04\x14\x00data.csv', 'ZIP'],
    ['a PDF', '%PDF-1.7\n1,2', 'PDF'],
    ['a gzip archive', '\x1f\x8b\x08\x00', 'gzip']
  ])('is known by its first bytes: %s', (_, content, kind) => {
    expect(refusalOf(() => readCsv(bytesOf(content)))).toMatchObject({ code: 'data.not-text', details: { kind } })
  })
})

describe('bytes that are not UTF-8', () => {
  it.each([
    ['a Latin-1 letter', 'name,age\nAndr\xe9,12\n', 14, 2, 1],
    ['a GBK word', 'a,b\r\n1,\xc4\xe3\r\n', 8, 2, 2],
    ['a byte in the third of old Macintosh lines', 'a,b\r1,2\r3,\x80\r', 11, 3, 2],
    ['a character cut off at the end', 'a\n\xe4\xb8', 3, 2, 1],
    ['an over-long encoding', 'a\n\xc0\xaf', 3, 2, 1],
    ['half of a surrogate pair', '\xed\xa0\x80', 1, 1, 1],
    ['the first of several', 'a,b,\xff\n\xfe', 5, 1, 3],
    ['a byte behind semicolons', 'a;b\n1;\xe9', 7, 2, 2],
    ['a byte after a quoted field with commas and lines', '"a,\n",b\n1,\xff', 11, 3, 2],
    ['a byte behind a mark', '\xef\xbb\xbfa,b\n\xff,1\n', 8, 2, 1]
  ])('are named by byte, row and column: %s', (_, content, byte, row, column) => {
    expect(refusalOf(() => readCsv(bytesOf(content), { encoding: 'utf-8' }))).toMatchObject({
      code: 'data.not-utf8',
      details: { byte, row, column }
    })
  })

  it('are named as well far from the beginning, beside plain rows and quoted ones', () => {
    const row = (name: string) => `1.5,${name}\n`
    for (const [rows, bad] of [[row('a').repeat(100_000), '\xff'], [row('"a ""b"""').repeat(50_000), '"\xff"'], [row('a').repeat(100_000), '"\n\xff"']]) {
      const head = `x,name\n${rows}2.5,${bad.slice(0, bad.indexOf('\xff'))}`
      expect(refusalOf(() => readCsv(bytesOf(`${head}\xff"\n3,b\n`), { encoding: 'utf-8' }))).toMatchObject({
        code: 'data.not-utf8',
        details: { byte: head.length + 1, row: head.split('\n').length, column: 2 }
      })
    }
  })

  it('are found wherever they are put', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 10 })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.array(line, { maxLength: 5 }), (before, after) => {
        const head = encode(`x${before.join('\n')}`)
        const bytes = Uint8Array.of(...head, 0xff, ...encode(after.join('\n')))
        fc.pre(!bytes.includes(0))
        expect(refusalOf(() => readCsv(bytes, { encoding: 'utf-8' })).details.byte).toBe(head.length + 1)
      })
    )
  })
})

/** 姓名,分数 / 李,1 in GBK: from Python's codec. */
const gbk = bytesOf('\xd0\xd5\xc3\xfb,\xb7\xd6\xca\xfd\n\xc0\xee,1\n')

describe('an encoding that is not asked for', () => {
  it.each([
    ['GBK', gbk, 'gb18030', ['姓名', '分数'], ['李', '1']],
    ['Windows-1252', bytesOf('name,age\nAndr\xe9 M\xfcller \x80,1\n'), 'windows-1252', ['name', 'age'], ['André Müller €', '1']],
    ['UTF-16 with a mark', utf16('\uFEFF姓名\tx\n李\t1\n', true), 'utf-16le', ['姓名', 'x'], ['李', '1']],
    ['UTF-16 with its bytes the other way', utf16('\uFEFF姓名\tx\n李\t1\n', false), 'utf-16be', ['姓名', 'x'], ['李', '1']],
    ['UTF-16 without a mark', utf16('姓,x\n李,1\n', true), 'utf-16le', ['姓', 'x'], ['李', '1']],
    ['UTF-16 without a mark, the other way', utf16('a,b\n1,2\n', false), 'utf-16be', ['a', 'b'], ['1', '2']]
  ] as const)('%s is found', (_, bytes, encoding, names, cells) => {
    const { format, columns } = readCsv(bytes)
    expect(format.encoding).toBe(encoding)
    expect(columns.map(({ name }) => name)).toEqual(names)
    expect(columns.map((column) => cellsOf(column)[0])).toEqual(cells)
  })

  it('is told with the byte that is not UTF-8', () => {
    expect(readCsv(gbk).notes).toEqual([{ code: 'note.encoding', details: { encoding: 'GB18030', byte: 1, row: 1, column: 1 } }])
  })

  it('is found where only the end of a long file tells', () => {
    const table = readCsv(bytesOf(`name,x\n${'Bo,1\n'.repeat(100_000)}Andr\xe9,2\n`))
    expect(table.notes).toEqual([{ code: 'note.encoding', details: { encoding: 'Windows-1252', byte: 500_012, row: 100_002, column: 1 } }])
    expect(cellsOf(table.columns[0]).at(-1)).toBe('André')
  })

  it('is not guessed for UTF-8 that is damaged', () => {
    const damaged = Uint8Array.of(...encode('姓名,分数\n李,'), 0xff, ...encode('1\n'))
    expect(refusalOf(() => readCsv(damaged))).toMatchObject({
      code: 'data.not-utf8',
      en: 'Byte 19 (row 2, column 2) is not UTF-8. Try GB18030, or save the file as “CSV UTF-8” and open it again.'
    })
  })
})

describe('an encoding that is asked for', () => {
  it('goes before what would be found', () => {
    expect(readCsv(encode('é\n1\n'), { encoding: 'windows-1252' }).columns[0].name).toBe('Ã©')
    expect(readCsv(encode('\uFEFFa\n1\n'), { encoding: 'utf-8' }).columns[0].name).toBe('a')
  })

  it('and is not that of the file is refused', () => {
    expect(refusalOf(() => readCsv(bytesOf('a\xff\n'), { encoding: 'gb18030' }))).toMatchObject({
      code: 'data.wrong-encoding',
      en: 'The file is not in the encoding gb18030. Choose another one.'
    })
  })
})

describe('bytes above ASCII', () => {
  /** "赵喆,150,甲", "李镕", "王堃" in GBK: characters beyond GB 2312, with second bytes in ASCII. */
  const rare = '\xd0\xd5\xc3\xfb,\xc9\xed\xb8\xdf,\xc0\xe0\xb1\xf0\n' + '\xd5\xd4\x86\xb4,150,\xbc\xd7\n\xc0\xee\xe9F,151,\xd2\xd2\n\xcd\xf5\x88\xd2,152,\xbc\xd7\n'.repeat(9)

  it.each([
    ['rare characters', rare, 'gb18030'],
    ['single characters', 'x,y\n1,\xbc\xd7\n2,\xd2\xd2\n', 'gb18030'],
    ['characters after a capital letter', 'x,y\n1,A\xd7\xe9\n2,B\xd7\xe9\n', 'gb18030'],
    ['a unit between digits and characters', 'x,y\n1kg\xb9\xab\xbd\xef,1\n', 'gb18030'],
    ['Chinese among English', 'name,x\nWang \xcd\xf5,1\nLi \xc0\xee,2\n', 'gb18030'],
    ['Portuguese', 'popula\xe7\xe3o,renda,classifica\xe7\xe3o\n1,2,3\n', 'windows-1252'],
    ['French', 'pr\xe9nom,cr\xe9\xe9e\nZo\xe9,1\n', 'windows-1252'],
    ['German', 'gr\xf6\xdfe,stra\xdfe\n1,M\xfcller\n', 'windows-1252'],
    ['a word that ends in two', 'x\nma\xe7\xe3\n', 'windows-1252'],
    ['Spanish', 'a\xf1o,ni\xf1o\n1,2\n', 'windows-1252'],
    ['a currency', 'price\n\x80 5\n', 'windows-1252']
  ])('are decoded by the runs they are in: %s', (_, bytes, encoding) => {
    expect(readCsv(bytesOf(bytes)).format.encoding).toBe(encoding)
  })

  it.each([
    ['big5', '\xa9m\xa6W,x\n\xa7\xf5,1\n', '姓名', '李'],
    ['shift_jis', '\x96\xbc\x91O,x\n\x97\xd1,1\n', '名前', '林'],
    ['euc-kr', '\xc0\xcc\xb8\xa7,x\n\xb1\xe8,1\n', '이름', '김'],
    ['windows-1250', 'm\xecsto,x\n\xc8esk\xfd,1\n', 'město', 'Český'],
    ['windows-1251', '\xe8\xec\xff,x\n\xc8\xe2\xe0\xed,1\n', 'имя', 'Иван']
  ] as const)('are decoded as is asked for: %s', (encoding, bytes, name, cell) => {
    const table = readCsv(bytesOf(bytes), { encoding })
    expect([table.columns[0].name, cellText(table.columns[0], 0)]).toEqual([name, cell])
  })
})
