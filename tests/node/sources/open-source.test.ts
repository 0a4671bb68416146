import { zipSync, strToU8 } from 'fflate'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { linesOf, opened, problemOf } from '../../support/sources'

const fixture = (name: string) => readFileSync(`tests/fixtures/tables/${name}`)

describe('workbooks of several programs', () => {
  const workbooks = ['openpyxl.xlsx', 'sheetjs.xlsx', 'odfpy.ods', 'sheetjs.ods']

  test.each(workbooks)('%s has the values that were written into it', async (name) => {
    const lines = await linesOf(fixture(name))
    expect(lines).toEqual([
      'height,when,ok,名字,label',
      '1.5,2024-01-05,TRUE,a,x',
      '2.25,2024-02-29 13:30:00,FALSE,"b,c",y',
      ',2023-12-31,TRUE,"d""e",x',
      '4,1900-03-01,TRUE,f g,y',
      '0.1,2021-01-01,FALSE,&<h>,x'
    ])
  })

  test.each(workbooks)('%s has sheets to choose from', async (name) => {
    const { sheets, pieces } = await opened(fixture(name), { sheet: '第二' })
    for await (const _ of pieces) continue
    expect(sheets?.()).toEqual({ chosen: '第二', all: ['data', '第二'] })
    expect(await linesOf(fixture(name), { sheet: '第二' })).toEqual(['a,b', '1,2', '3,4'])
    expect(await problemOf(fixture(name), { sheet: 'third' })).toMatchObject({ code: 'data.no-sheet', details: { sheet: 'third' } })
  })
})

/** A workbook with one sheet of these rows. */
const workbookOf = (rows: string) =>
  zipSync({
    'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="data" sheetId="1"/></sheets></workbook>'),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`)
  })

describe('cells of a workbook', () => {
  test('whose reference names no column come after the one before', async () => {
    const rows = '<row r="1"><c r="B1"><v>1</v></c><c r="1"><v>2</v></c><c><v>3</v></c><c r="?"><v>4</v></c></row>'
    expect(await linesOf(workbookOf(rows))).toEqual([',1,2,3,4'])
  })

  test('that are numbers have no points between thousands, and texts may', async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
    const file = await opened(workbookOf(`<row>${cell('a')}${cell('b')}</row><row><c><v>1.299</v></c>${cell('1.299')}</row>`))
    for await (const _ of file.pieces) continue
    expect([...(file.pointGroups ?? [])]).toEqual([1])
  })
})

describe('packed files', () => {
  const csv = 'a,b\n1,2\n'

  test('are read whatever they are packed with, and this is told', async () => {
    const zip = zipSync({
      'data/': new Uint8Array(0),
      'data/t.csv': strToU8(csv),
      '__MACOSX/data/._t.csv': strToU8('?'),
      '.DS_Store': strToU8('?')
    })
    for (const [bytes, codes] of [
      [gzipSync(csv), ['note.gzip']],
      [zip, ['note.zip']],
      [gzipSync(zip), ['note.gzip', 'note.zip']],
      [zipSync({ 'x.jsonl': strToU8('{"a":1,"b":2}\n') }), ['note.zip', 'note.source']]
    ] as const) {
      expect(await linesOf(bytes)).toEqual(['a,b', '1,2'])
      expect((await opened(bytes)).notes().map(({ code }) => code)).toEqual(codes)
    }
  })

  test('text is passed on as it is', async () => {
    const { kind, notes } = await opened(csv)
    expect({ kind, notes: notes() }).toEqual({ kind: undefined, notes: [] })
    expect(await linesOf(csv)).toEqual(['a,b', '1,2'])
  })

  test('an archive of several files is refused with their names', async () => {
    const zip = zipSync({ 'a.csv': strToU8(csv), 'b.csv': strToU8(csv) })
    expect(await problemOf(zip)).toMatchObject({ code: 'data.archive-of-many', details: { count: 2, files: '`a.csv`, `b.csv`' } })
  })

  test('archives in archives end', async () => {
    let bytes: Uint8Array = strToU8(csv)
    for (let depth = 0; depth < 4; depth++) bytes = gzipSync(bytes)
    expect(await problemOf(bytes)).toMatchObject({ code: 'data.nested-archives' })
  })

  test('a damaged archive is named', async () => {
    const zip = zipSync({ 't.csv': strToU8('a,b\n' + '1,2\n'.repeat(100)) })
    zip[40] ^= 0xff
    expect(await problemOf(zip)).toMatchObject({ code: 'format.checksum' })
    expect(await problemOf(zip.subarray(0, 80))).toMatchObject({ code: 'data.source-damaged' })
  })
})
