import { truncateSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate/browser'

/** Small files, by their name, that make tables without end; all of them must be refused. */
type Bombs = Readonly<Record<string, readonly [file: string, bytes: Uint8Array]>>

const MEGABYTE = 1024 * 1024
const text = (content: string) => new TextEncoder().encode(content)
const zip = (files: Readonly<Record<string, string | Uint8Array>>) =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? text(content) : content])),
    { level: 6 }
  )

function ods(rows: string): Uint8Array {
  const content = `<d:document-content xmlns:table="t" xmlns:text="x"><table:table table:name="a">${rows}</table:table></d:document-content>`
  return zip({ 'META-INF/manifest.xml': '<m/>', 'content.xml': content })
}
const repeated = (rows: number, columns: number, value: string) =>
  `<table:table-row table:number-rows-repeated="${rows}"><table:table-cell table:number-columns-repeated="${columns}"><text:p>${value}</text:p></table:table-cell></table:table-row>`

function xlsx(rows: string, strings = ''): Uint8Array {
  return zip({
    'xl/workbook.xml': '<workbook><sheets><sheet name="a" id="r1"/></sheets></workbook>',
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`
  })
}

/** A zip archive that says that its one file has so many bytes. */
function lying(file: string, size: number, bytes: Uint8Array): Uint8Array {
  const archive = zip({ [file]: bytes })
  const view = new DataView(archive.buffer, archive.byteOffset)
  view.setUint32(22, size, true)
  view.setUint32(archive.length - 22 - (46 + file.length) + 24, size, true)
  return archive
}

function npy(descr: string, shape: string, body = 0): Uint8Array {
  const header = `${`{'descr': '${descr}', 'fortran_order': False, 'shape': (${shape}), }`.padEnd(117)}\n`
  const head = Uint8Array.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0, ...text(header)])
  const file = new Uint8Array(head.length + body)
  file.set(head)
  return file
}

function idx(extents: readonly number[], body: number): Uint8Array {
  const file = new Uint8Array(4 + 4 * extents.length + body)
  file.set([0, 0, 8, extents.length])
  const view = new DataView(file.buffer)
  for (const [axis, extent] of extents.entries()) view.setUint32(4 + 4 * axis, extent)
  return file
}

const records = (count: number) => `[${Array.from({ length: count }, (_, record) => `{"a${record}":1}`).join()}]`
const sparse = (count: number) =>
  `@relation a\n${Array.from({ length: count }, (_, at) => `@attribute a${at} numeric\n`).join('')}@data\n${'{0 1}\n'.repeat(count)}`

/** Returns the bombs; `size` is the number of bytes that the packed ones unpack to. */
export function tableBombs(size: number): Bombs {
  const rows = '1\n'.repeat(size / 2)
  return {
    'ods, a cell repeated over every row and column': ['a.ods', ods(repeated(1_048_576, 16_384, '1'))],
    'ods, a cell repeated a thousand million times': ['a.ods', ods(repeated(1, 1_000_000_000, '1'))],
    'ods, a million blank rows again and again': ['a.ods', ods(repeated(1_048_576, 1, '').repeat(100_000) + repeated(1, 2, '1'))],
    'xlsx, rows of their last cell alone': ['a.xlsx', xlsx('<row><c r="XFD1"><v>1</v></c></row>'.repeat(500_000))],
    'xlsx, a cell far to the right above a long table': [
      'a.xlsx',
      xlsx(`<row><c r="XFD1"><v>1</v></c></row>${'<row><c><v>1</v></c><c><v>2</v></c></row>'.repeat(500_000)}`)
    ],
    'xlsx, a long text in every cell': [
      'a.xlsx',
      xlsx('<row><c t="s"><v>0</v></c></row>'.repeat(500_000), `<si><t>${'a'.repeat(MEGABYTE - 100)}</t></si>`)
    ],
    'xlsx, elements within one another': ['a.xlsx', xlsx('<row>'.repeat(100_000))],
    'zip, more than it says': ['a.zip', lying('a.csv', 1_000_000, text(rows))],
    'zip, as much as it may say': ['a.zip', lying('a.csv', MEGABYTE * 64, text(rows))],
    'zip, of 60,000 files': ['a.zip', zip(Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`${at}.csv`, '1'])))],
    'zip, in a zip in a zip in a zip in a zip': [
      'a.zip',
      [1, 2, 3, 4].reduce((file) => zip({ 'a.zip': file }), zip({ 'a.csv': 'a,b\n1,2\n' }))
    ],
    'npz, many arrays of zeros': [
      'a.npz',
      zip(Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`x${at}.npy`, npy('<f4', `${MEGABYTE}, 12`, 48 * MEGABYTE)])))
    ],
    'npy, a million million rows': ['a.npy', npy('<f4', `${2 ** 40}, 4`, 64)],
    'npy, a million million rows of no column': ['a.npy', npy('<f4', `${2 ** 40}, 0`)],
    'npy, no row of a million million columns': ['a.npy', npy('<f4', `0, ${2 ** 40}`)],
    'npy, a million million texts of no length': ['a.npy', npy('<U0', `${2 ** 40},`)],
    'npy, one row of millions of columns': ['a.npy.gz', gzipSync(npy('|u1', `1, ${32 * MEGABYTE}`, 32 * MEGABYTE))],
    'idx, four thousand million rows': ['a-idx3-ubyte', idx([2 ** 32 - 1, 2 ** 32 - 1, 2 ** 32 - 1], 64)],
    'idx, one row of millions of columns': ['a-idx2-ubyte.gz', gzipSync(idx([1, 32 * MEGABYTE], 32 * MEGABYTE))],
    'idx, zeros that are next to nothing when packed': ['a-idx2-ubyte.gz', gzipSync(idx([48_000, 1000], 48_000_000))],
    'json, a key of its own in every record': ['a.json', text(records(50_000))],
    'json, packed, a key of its own in every record': ['a.json.gz', gzipSync(text(records(50_000)))],
    'arff, sparse rows of many columns': ['a.arff', text(sparse(50_000))],
    'gzip, rows without end behind honest ones': [
      'a.csv.gz',
      Buffer.concat([
        gzipSync(text(Array.from({ length: 400_000 }, (_, row) => `${Math.sin(row)}\n`).join(''))),
        gzipSync(text('1\n'.repeat(64 * MEGABYTE)), { level: 9 })
      ])
    ]
  }
}

/** Writers of files of twenty gigabytes, of which only the first bytes are there. */
export const endlessTables: Readonly<Record<string, (path: string) => void>> = Object.fromEntries(
  Object.entries({
    'a.csv': text('a,b\n1,2\n'),
    'a.json': text('[{"a":1},'),
    'a.arff': text('@relation a\n@attribute a numeric\n@data\n'),
    'a.npy': npy('<f4', '5000000000, 1'),
    'a-idx1-ubyte': idx([2 ** 32 - 1], 0),
    'a.zip': zip({ 'a.csv': '1' }),
    'a.parquet': text('PAR1'),
    'a.csv.gz': gzipSync('a,b\n1,2\n')
  }).map(([file, head]) => [
    file,
    (path: string) => {
      writeFileSync(path, head)
      truncateSync(path, 20 * 1024 * MEGABYTE)
    }
  ])
)
