import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cli } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()

function fileOf(content: string | Uint8Array, name = '数据.csv'): string {
  const path = join(folder(), name)
  writeFileSync(path, content)
  return path
}

interface Shown {
  readonly rows: number
  readonly format: object
  readonly columns: readonly Record<string, unknown>[]
  readonly notes: readonly { readonly code: string; readonly message: string; readonly details: object }[]
}

async function shown(path: string, ...flags: string[]): Promise<Shown> {
  const { code, stdout, stderr } = await cli(['data', path, '--json', ...flags])
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as Shown
}

describe('data', () => {
  const semicolons = () => fileOf('name;age;score;kind\nann;1,5;7;a\nbob;NA;8;b\ncy;3,5;9;a\ndi;2;10;b\n')

  it('prints what was found, and each column with its figures', async () => {
    const { rows, format, columns } = await shown(semicolons())
    expect({ rows, format }).toEqual({ rows: 4, format: { encoding: 'utf-8', separator: ';', decimal: ',', header: true } })
    expect(columns).toMatchObject([
      { name: 'name', kind: 'text', type: 'identifier', missing: 0, distinct: 4 },
      { name: 'age', kind: 'number', type: 'number', missing: 1, distinct: 3, minimum: 1.5, maximum: 3.5, mean: 7 / 3 },
      {
        name: 'score',
        kind: 'number',
        type: 'integer',
        missing: 0,
        distinct: 4,
        minimum: 7,
        maximum: 10,
        mean: 8.5,
        deviation: Math.sqrt(1.25)
      },
      { name: 'kind', kind: 'text', type: 'category', missing: 0, distinct: 2 }
    ])
  })

  it('reads the sheet of a workbook that is asked for', async () => {
    const workbook = 'tests/fixtures/tables/openpyxl.xlsx'
    const { rows, format, notes } = await shown(workbook, '--sheet', '第二')
    expect({ rows, format }).toMatchObject({ rows: 2, format: { source: 'Excel (.xlsx)', sheet: '第二' } })
    expect(notes.map(({ code }) => code)).toEqual(['note.source', 'note.sheet'])
    expect((await cli(['data', workbook])).stdout).toContain('Excel (.xlsx), `data`')
    expect(await cli(['data', workbook, '--sheet', 'third', '--lang', 'en'])).toMatchObject({ code: 3 })
  })

  it('prints every note, in JSON and on stderr', async () => {
    const path = semicolons()
    const { notes } = await shown(path)
    expect(notes.map(({ code }) => code)).toEqual(['note.separator', 'note.decimal-comma', 'note.identifier'])
    const { stderr } = await cli(['data', path])
    for (const { message } of notes) expect(stderr).toContain(`Note: ${message}\n`)
    expect(stderr.trimEnd().split('\n')).toHaveLength(notes.length)
  })

  it('prints a table for people, in both languages', async () => {
    const path = semicolons()
    const { code, stdout } = await cli(['data', path])
    expect(code).toBe(0)
    expect(stdout).toContain('4 rows, 4 columns')
    expect(stdout).toMatch(/^age +number +1 +3 +1.5 +3.5 +2.333 +0.8498$/m)
    expect((await cli(['data', path, '--lang', 'zh'])).stdout).toContain('4 行，4 列')
  })

  const table = (head: string, cell: (row: number) => string, label = (row: number) => 'ab'[row % 2]) =>
    fileOf(`x,${head},label\n${Array.from({ length: 40 }, (_, row) => `${row},${cell(row)},${label(row)}\n`).join('')}`)
  const long = 'z'.repeat(900_000)

  it.each([
    ['a cell', () => table('y', (row) => (row === 5 ? long : String(row % 3)))],
    ['a name', () => table(long, (row) => String(row % 3))],
    [
      'a class',
      () =>
        table(
          'y',
          (row) => String(row % 3),
          (row) => (row % 2 ? long : 'b')
        )
    ]
  ])('writes no more than a line of %s as long as a file', async (_what, path) => {
    for (const args of [
      ['data'],
      ['train', '--target', 'label', '--epochs', '1', '--check', 'none', '--out', join(folder(), 'out'), '--data']
    ]) {
      const { stdout, stderr } = await cli([...args, path()])
      expect(stdout.length + stderr.length).toBeLessThan(3000)
    }
  })

  it('sends a terminal no control characters out of names and cells', async () => {
    const { stdout, stderr } = await cli(['data', table('\u001b[31mred', (row) => (row === 5 ? '\u001b]0;title\u0007' : String(row)))])
    expect(stdout).toContain('\n␛[31mred  integer')
    expect(stderr).toContain('(row 7, `␛]0;title␇`')
    expect(stdout + stderr).not.toMatch(/\p{Cc}(?<!\n)/u)
  })

  it('knows the samples and the toy data sets', async () => {
    expect((await shown('iris')).rows).toBe(150)
    expect((await shown('toy:moons')).columns.length).toBe(3)
  })

  it('reads as it is told to', async () => {
    const raw = fileOf('1|2\n3|x\n5|6\n')
    const { columns } = await shown(raw, '--separator', 'pipe', '--header', 'no', '--missing-values', 'x,""')
    expect(columns).toMatchObject([
      { name: 'column_1', missing: 0 },
      { name: 'column_2', kind: 'number', missing: 1 }
    ])
    const typed = fileOf('zip,"a,b",day\n01,1,2024-01-02\n02,2,2024-01-03\n')
    const { columns: asked } = await shown(typed, '--types', 'zip=text, "a,b=category",day=date')
    expect(asked).toMatchObject([{ kind: 'text' }, { kind: 'text', type: 'category' }, { kind: 'number', type: 'date' }])
    const ragged = fileOf('a,b\n1,2\n3\n5,6\n')
    expect((await cli(['data', ragged])).code).toBe(3)
    expect((await shown(ragged, '--ragged', 'drop')).rows).toBe(2)
    const chinese = fileOf(Uint8Array.of(0xb3, 0xc7, 0x2c, 0x78, 0x0a, 0xb1, 0xb1, 0x2c, 0x31, 0x0a))
    expect((await shown(chinese, '--encoding', 'gb18030')).columns[0].name).toBe('城')
  })

  it('reads the first rows, or some drawn by the seed, and says so', async () => {
    const path = fileOf(`x,y\n${Array.from({ length: 50 }, (_, i) => `${i},${i % 3}`).join('\n')}\n`)
    const first = await shown(path, '--rows', '10')
    expect(first).toMatchObject({ rows: 10, columns: [{ maximum: 9 }, {}] })
    expect(first.notes.length).toBeGreaterThan(0)
    const random = await shown(path, '--rows', 'random:10')
    expect(random.rows).toBe(10)
    expect(random.columns[0].maximum).toBeGreaterThan(9)
    expect((await shown('iris', '--rows', '60')).rows).toBe(60)
  })

  it.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'The file is empty.'],
    ['a ragged row', 'a,b,y\n1,2,x\n3,4\n5,6,z\n', 'Row 3 has 2 fields; the header has 3'],
    ['a quote that is never closed', 'a,y\n1,"x\n2,z\n', 'Row 2, column 2 (`y`): a quote opened here is never closed.']
  ])('refuses %s with row and column: exit 3, nothing on stdout', async (_what, content, sentence) => {
    const broken = fileOf(content)
    const { code, stdout, stderr } = await cli(['data', broken, '--json'])
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toContain(`${broken}: ${sentence}`)
  })

  it('refuses a file that is not there with exit 3, and no file at all with exit 2', async () => {
    expect(await cli(['data', 'nothing.csv'])).toMatchObject({ code: 3, stderr: 'There is no file nothing.csv.\n' })
    expect(await cli(['data'])).toMatchObject({ code: 2, stderr: 'data needs a FILE.\n' })
  })
})
