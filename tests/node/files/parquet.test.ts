import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRandom, AppError } from '#core'
import { loadData, sha256 } from '../../../src/node/files/data-file'
import { temporaryFolders } from '../../support/folders'
import { cellsOf } from '../../support/tables'

const folder = temporaryFolders()

/**
 * Written by DuckDB 1.5.6: COPY (SELECT * FROM (VALUES ('Ann', 1, 1.5::DOUBLE, DATE '2024-01-31', true, 9007199254740993),
 * ('李', NULL, -0.25, DATE '2024-02-01', false, 2), (NULL, 3, 'nan'::DOUBLE, DATE '1970-01-02', true, 3)) t(name, n, x, day, yes, big))
 * TO … (FORMAT parquet, COMPRESSION …).
 */
const written = (compression: string) => join(import.meta.dirname, `people-${compression}.parquet`)

describe('a Parquet file', () => {
  it.each(['snappy', 'gzip', 'zstd'])('is read as a table of typed columns, compressed with %s', async (compression) => {
    const { table, sha256: hash, bytes } = await loadData(written(compression))
    expect(table.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['name', 'text'],
      ['n', 'number'],
      ['x', 'number'],
      ['day', 'number'],
      ['yes', 'text'],
      ['big', 'text']
    ])
    expect(table.columns.map(cellsOf)).toEqual([
      ['Ann', '李', ''],
      ['1', '', '3'],
      ['1.5', '-0.25', 'NaN'],
      ['2024-01-31', '2024-02-01', '1970-01-02'],
      ['true', 'false', 'true'],
      ['9007199254740993', '2', '3']
    ])
    expect(table.columns.map(({ missing }) => [...missing].join(''))).toEqual(['001', '010', '001', '000', '000', '000'])
    expect([...table.columns[3].values]).toEqual([19_753, 19_754, 1])
    expect([...table.lines]).toEqual([1, 2, 3])
    expect(table.notes.map(({ code }) => code)).toEqual(['note.parquet', 'note.dates'])
    expect([hash, bytes]).toEqual([sha256(readFileSync(written(compression))), readFileSync(written(compression))])
  })

  /** Written by parquetjs 0.11.2, whose texts are words for missing values in other files. */
  it('keeps the texts of typed columns, counts times and small numbers, and has notes on columns', async () => {
    const { table } = await loadData(join(import.meta.dirname, 'kinds.parquet'))
    const [answer, at, time, code, note, small] = table.columns
    expect(cellsOf(answer)).toEqual(['NA', 'null', '?', '', '-', 'nan'])
    expect([...answer.missing]).toEqual([0, 0, 0, 1, 0, 0])
    expect([...at.values]).toEqual([0, 0.25, 1, 2, 3, 4])
    expect([...time.values]).toEqual([1000, 2000, 3000, 4000, 5000, 6000])
    expect(cellsOf(code)[0]).toBe('9007199254740990')
    expect(cellsOf(note)[0]).toBe('{"k":1}')
    expect([...small.values]).toEqual([1, 2, 3, 4, 5, 6])
    expect(table.notes.map(({ code }) => code)).toEqual(['note.parquet', 'note.dates'])
  })

  /** Written by pyarrow 25.0.1: pages of the second version packed with LZ4; values by differences, in parts of their bytes, from a dictionary. */
  it('is read from pages of the second version, in every encoding', async () => {
    const { table } = await loadData(join(import.meta.dirname, 'kinds-v2.parquet'))
    const [name, n, x, yes, tags, c] = table.columns.map(cellsOf)
    expect(name).toEqual(['', 'person-00000', 'person-00000', 'person-00001', 'person-00001', 'person-00001'])
    expect(n).toEqual(['', '1', '2', '3', '4', ''])
    expect(x.map((text) => Number(text).toFixed(6))).toEqual(['1.288185', '1.449446', '0.066336', '-0.764544', '-1.092173', '0.031335'])
    expect(yes).toEqual(['true', 'false', 'false', 'true', 'false', 'false'])
    expect(tags).toEqual(['', '["t0"]', '["t0","t1"]', '[]', '', '["t0","t1"]'])
    expect(c).toEqual(['a', 'b', 'c', 'a', 'b', 'c'])
  })

  it('is read as asked, and in part', async () => {
    const { table } = await loadData(written('snappy'), 'people', {
      kinds: { n: 'text' },
      missing: ['Ann'],
      sample: { rows: 2, how: 'first' }
    })
    expect(table.columns[1].kind).toBe('text')
    expect(table.columns.map(({ missing }) => [...missing].join('')).slice(0, 2)).toEqual(['10', '00'])
    expect(table.notes).toContainEqual({ code: 'note.first-rows', details: { rows: 2 } })
    const random = await loadData(written('snappy'), 'people', { sample: { rows: 1, how: 'random', seed: 3 } })
    expect(random.table.rows).toBe(1)
    expect(random.table.notes).toContainEqual({ code: 'note.random-rows', details: { rows: 1, total: 3, seed: 3 } })
  })

  it('ends when it is cancelled', async () => {
    await expect(loadData(written('snappy'), 'people', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'data.cancelled' })
  })

  it('is refused with the reason when it is cut off or damaged', async () => {
    const whole = readFileSync(written('snappy'))
    const path = join(folder(), 'a.parquet')
    const random = createRandom(1)
    for (let i = 0; i < 300; i++) {
      const bytes = Buffer.from(whole)
      for (let k = 0; k < 3; k++) bytes[4 + random.below(bytes.length - 4)] = random.below(256)
      writeFileSync(path, bytes)
      const kind = await loadData(path).then(
        () => 'data',
        (error: unknown) => (error instanceof AppError ? error.kind : String(error))
      )
      expect(kind).toBe('data')
    }
    for (const bytes of [whole.subarray(0, 100), whole.subarray(0, 5), Buffer.from(whole).fill(0x55, 4, 60)]) {
      writeFileSync(path, bytes)
      await expect(loadData(path)).rejects.toMatchObject({ code: 'data.parquet' })
    }
  })
})

/** Written by hyparquet-writer 0.17.0: one text of 30,000 characters, as such and in a JSON object, from a dictionary in 50,000 rows. */
it.each(['text', 'json'])('a small file that repeats one long %s in many rows is refused', async (kind) => {
  await expect(loadData(join(import.meta.dirname, `repeated-${kind}.parquet`))).rejects.toMatchObject({
    code: 'data.rows-too-large',
    details: { megabytes: 1500, cells: 50_000 }
  })
})
