import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const page = readFileSync('docs/files.md', 'utf8')

/** Returns a constant of a source file: a whole number, or a product of them. */
function constant(file: string, name: string): number {
  const found = new RegExp(`\\b${name}(?:: |\\s*=\\s*)([\\d_e* ]+)`).exec(readFileSync(`src/${file}.ts`, 'utf8'))
  if (!found) throw new Error(`${file} has no ${name}.`)
  return found[1].split('*').reduce((product, factor) => product * Number(factor.replaceAll('_', '').trim()), 1)
}

const plain = (value: number) => value.toLocaleString('en-US')
const binary = (unit: 'MB' | 'GB') => (value: number) => `${value / 1024 ** (unit === 'MB' ? 2 : 3)} ${unit}`
const decimal = (value: number) => `${value / 1e9} GB`

/** The rows of the page, what they say around a number, and the constant that it is. */
const figures: readonly (readonly [row: string, file: string, name: string, show: (value: number) => string])[] = [
  ['weights', 'node/files/read-whole', 'weights', binary('GB')],
  ['a session', 'node/files/read-whole', 'session', binary('GB')],
  ['settings, `experiment.json`, preferences, cases opened in the window', 'node/files/read-whole', 'settings', binary('MB')],
  ['a file of answers', 'node/files/read-whole', 'answers', binary('MB')],
  ['cases, from a file or a pipe', 'node/files/read-whole', 'cases', binary('MB')],
  ['a table through a pipe', 'node/files/read-whole', 'pipe', binary('GB')],
  ['the header of safetensors', 'core/formats/safetensors', 'HEADER_LIMIT', plain],
  ['the header of an array in npz', 'core/formats/npy', 'HEADER_LIMIT', plain],
  ['files in an archive', 'core/formats/zip', 'ENTRY_LIMIT', plain],
  ['weights as JSON', 'node/files/weights-start', 'MOST_TEXT', plain],
  ['JSON: levels', 'core/formats/json-limits', 'depth', plain],
  ['JSON: objects, lists and keys in all', 'core/formats/json-limits', 'parts', plain],
  ['JSON: keys of one object', 'core/formats/json-limits', 'keys', plain],
  ['JSON: values in all', 'core/formats/json-limits', 'values', plain],
  ['JSON: characters of a key', 'core/formats/json-limits', 'keyLength', plain],
  ['what a packed file unpacks to', 'core/formats/unpacked-limit', 'ALWAYS', binary('MB')],
  ['what a packed file unpacks to', 'core/formats/unpacked-limit', 'RATIO', (value) => `${value} bytes for each`],
  ['a gzip file in all', 'node/sources/archives/gunzip', 'most', decimal],
  ["zeros behind a gzip file's content", 'node/sources/archives/gunzip', 'mostPadding', binary('MB')],
  ['archives in archives', 'node/sources/open-source', 'DEEPEST', plain],
  ['a workbook, NumPy, IDX or zip file', 'node/sources/open-source', 'MOST_BYTES', decimal],
  ['JSON and ARFF', 'node/sources/rows/within-limits', 'MOST_TEXT', plain],
  ['columns', 'core/data/layout', 'mostColumns', plain],
  ['columns and rows of a sheet', 'node/sources/sheets/sheet-limits', 'MOST_COLUMNS', plain],
  ['columns and rows of a sheet', 'node/sources/sheets/sheet-limits', 'LAST_ROW', plain],
  ['elements in one another in a workbook', 'node/sources/archives/archive-xml', 'DEEPEST', plain],
  ['a row, a cell of text', 'core/data/layout', 'longestRow', binary('MB')],
  ['a row, a cell of text', 'core/data/layout', 'longestField', binary('MB')],
  ['cells of a Parquet file', 'node/files/parquet-limits', 'ALWAYS', plain],
  ['cells of a Parquet file', 'node/files/parquet-limits', 'PER_BYTE', (value) => `${value} for each byte`],
  ['text in the cells of a Parquet file', 'node/files/parquet-limits', 'TEXT_PER_CELL', (value) => `${value} for each cell`]
]

describe('the page on files', () => {
  it.each(figures)('has the limit of the code: %s (%s, %s)', (row, file, name, show) => {
    const line = page.split('\n').find((text) => text.startsWith(`| ${row} |`))
    expect(line?.split('|')[2]).toContain(show(constant(file, name)))
  })

  it('has the bytes that a cell counts beside its text', () => {
    expect(page).toContain(`${constant('node/sources/rows/within-limits', 'BYTES')} bytes for each cell and row`)
  })

  it('has no limit that is not held against the code', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| ') && /\d/.test(line.split('|')[2]))
    const held = new Set(figures.map(([row]) => row))
    const known = (row: string) => held.has(row) || row.startsWith('the table that such a file makes')
    expect(rows.map((line) => line.split('|')[1].trim()).filter((row) => !known(row))).toEqual([])
  })
})
