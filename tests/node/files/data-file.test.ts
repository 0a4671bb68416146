import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readCsv } from '#core'
import { copyDataFile } from '../../../src/node/files/copy-data-file'
import { loadData, loadSample, sha256, type LoadOptions } from '../../../src/node/files/data-file'
import { workbookFile } from '../../../scripts/bench/workbook-file.mjs'
import { dataFolder } from '../../support/cli'
import { describeIf, signals } from '../../support/conditions'
import { temporaryFolders } from '../../support/folders'
import { cellsOf } from '../../support/tables'

const folder = temporaryFolders()

/** A file of so many rows, larger than what is read at once. */
function longFile(rows = 300_000): string {
  const path = join(folder(), 'long.csv')
  writeFileSync(path, `n,x,city\n${Array.from({ length: rows }, (_, i) => `${i},${(i / 8).toFixed(3)},c${i % 3}\n`).join('')}`)
  return path
}

describe('loadData', () => {
  describeIf(signals, 'of what is no regular file', () => {
    const fifo = () => {
      const path = join(folder(), 'pipe')
      execFileSync('mkfifo', [path])
      return path
    }

    it('reads a pipe once, as often as its content asks for', async () => {
      const path = fifo()
      // The quote in the last row is only understood at the second reading.
      const text = `n,city\n${Array.from({ length: 60_000 }, (_, i) => `${i},c\n`).join('')}1,"a\nb"\n`
      const [data] = await Promise.all([loadData(path), writeFile(path, text)])
      expect(data.table.rows).toBe(60_001)
      expect(data).toMatchObject({ sha256: sha256(Buffer.from(text)), bytes: new TextEncoder().encode(text) })
      expect(data.file).toBeUndefined()
    })

    it('reads a compressed table and a Parquet file through a pipe', async () => {
      for (const [bytes, rows] of [
        [gzipSync('n,m\n1,2\n3,4\n'), 2],
        [readFileSync(join(import.meta.dirname, 'people-snappy.parquet')), 3]
      ] as const) {
        const path = fifo()
        const [data] = await Promise.all([loadData(path), writeFile(path, bytes)])
        expect(data.table.rows).toBe(rows)
      }
    })

    it('refuses a device, and a link to one, unread', async () => {
      const link = join(folder(), 'a.csv')
      symlinkSync('/dev/zero', link)
      for (const path of ['/dev/zero', link]) await expect(loadData(path)).rejects.toMatchObject({ code: 'data.not-a-file' })
    })
  })

  it('reads no more of a file that grows than it had', async () => {
    const path = longFile()
    let bytes = 0
    const size = statSync(path).size
    const onProgress = (progress: { bytes: number }) => {
      bytes = progress.bytes
      appendFileSync(path, '1,2,c\n'.repeat(100_000))
    }
    await expect(loadData(path, 'long', { onProgress })).rejects.toMatchObject({ code: 'data.changed-while-read' })
    expect(bytes).toBeLessThanOrEqual(size)
  })

  it('reads a file whose path has Chinese characters and keeps its name and its bytes', async () => {
    const path = join(folder(), '成绩.csv')
    writeFileSync(path, '姓名,分数\n李,1\n王,2\n')
    const data = await loadData(path)
    expect(data).toMatchObject({ origin: 'file', name: '成绩.csv', bytes: readFileSync(path), file: { path, size: 26 } })
    expect(data.table.columns.map(({ name }) => name)).toEqual(['姓名', '分数'])
    expect(sha256(readFileSync(path))).toBe(data.sha256)
  })

  it('names a copy as it is told to', async () => {
    const path = join(folder(), 'copy')
    writeFileSync(path, 'a,b\n1,2\n')
    expect((await loadData(path, '成绩.csv')).name).toBe('成绩.csv')
  })

  it('reads it as asked', async () => {
    const path = join(folder(), 'a.csv')
    writeFileSync(path, '1;2\n3;4\n')
    const { table } = await loadData(path, 'a.csv', { header: true })
    expect(table.format).toMatchObject({ separator: ';', header: true })
    expect(table.rows).toBe(1)
  })

  it('reads a file twice where its end says otherwise than its beginning', async () => {
    const path = join(folder(), 'a.csv')
    writeFileSync(
      path,
      Uint8Array.from(`a;b\n${'1;x\n'.repeat(400_000)}1,5;\xe9t\xe9\n`, (character) => character.charCodeAt(0))
    )
    const { table, sha256: hash } = await loadData(path)
    expect(table.format).toMatchObject({ encoding: 'windows-1252', decimal: ',' })
    expect([table.columns[0].values.at(-1), cellsOf(table.columns[1]).at(-1)]).toEqual([1.5, 'été'])
    expect(hash).toBe(sha256(readFileSync(path)))
  })

  it('tells a missing file and a folder apart', async () => {
    const home = folder()
    await expect(loadData(join(home, 'no.csv'))).rejects.toMatchObject({ code: 'data.missing-file' })
    mkdirSync(join(home, 'folder.csv'))
    await expect(loadData(join(home, 'folder.csv'))).rejects.toMatchObject({ code: 'data.is-a-folder' })
  })

  it('tells how far it is, to the end', async () => {
    const path = longFile(600_000)
    const told: { bytes: number; total: number; rows: number }[] = []
    const { table } = await loadData(path, 'long.csv', { onProgress: (progress) => told.push(progress) })
    const total = statSync(path).size
    expect(told.length).toBeGreaterThan(3)
    expect(told.every((progress, i) => progress.total === total && (i === 0 || progress.bytes > told[i - 1].bytes))).toBe(true)
    expect(told.at(-1)).toMatchObject({ bytes: total })
    expect([table.rows, told.at(-1)?.rows]).toEqual([600_000, 600_000])
  })

  it('tells how far it is in a workbook, whose texts are longer than it, and ends when it is cancelled', async () => {
    const path = workbookFile(folder(), 10_000)
    const total = statSync(path).size
    const told: number[] = []
    const { table } = await loadData(path, 'book.xlsx', { onProgress: ({ bytes }) => told.push(bytes / total) })
    expect([table.rows, table.columns.length]).toEqual([10_000, 20])
    expect(told.length).toBeGreaterThan(3)
    expect(told.every((part, i) => part <= 1 && part >= (told[i - 1] ?? 0))).toBe(true)
    expect(told.at(-1)).toBe(1)
    const controller = new AbortController()
    const onProgress = () => controller.abort()
    await expect(loadData(path, 'book.xlsx', { onProgress, signal: controller.signal })).rejects.toMatchObject({ code: 'data.cancelled' })
  })

  it('ends when it is cancelled, before the next piece is read', async () => {
    const path = longFile()
    const controller = new AbortController()
    let pieces = 0
    const onProgress = () => {
      pieces++
      controller.abort()
    }
    await expect(loadData(path, 'long.csv', { onProgress, signal: controller.signal })).rejects.toMatchObject({ code: 'data.cancelled' })
    expect(pieces).toBe(1)
    await expect(loadData(path, 'long.csv', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'data.cancelled' })
  })

  it('lets timers have their turn while it reads', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 0)
    await loadData(longFile())
    clearInterval(timer)
    expect(turns).toBeGreaterThan(2)
  })

  it.each([
    ['grows', (path: string) => appendFileSync(path, '1,2,x\n')],
    ['shrinks', (path: string) => truncateSync(path, 2_000_000)],
    ['is written anew', (path: string) => utimesSync(path, 1, 1)],
    ['vanishes', (path: string) => rmSync(path)],
    ['is moved', (path: string) => renameSync(path, `${path}.old`)]
  ])('says so when the file %s meanwhile', async (_, change) => {
    const path = longFile()
    let isChanged = false
    const onProgress = () => {
      if (!isChanged) change(path)
      isChanged = true
    }
    await expect(loadData(path, 'long.csv', { onProgress })).rejects.toMatchObject({ code: 'data.changed-while-read' })
  })
})

describe('a sample', () => {
  const sampled = async (path: string, sample: LoadOptions['sample']) => (await loadData(path, 'long.csv', { sample })).table

  it('is of the first rows; the hash is that of the whole file', async () => {
    const path = longFile()
    const { table, sha256: hash } = await loadData(path, 'long.csv', { sample: { rows: 10, how: 'first' } })
    expect([...table.columns[0].values]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(hash).toBe(sha256(readFileSync(path)))
  })

  it('is drawn at random by its seed, in the order of the file', async () => {
    const path = longFile()
    const [one, same, other] = [
      await sampled(path, { rows: 100, how: 'random' }),
      await sampled(path, { rows: 100, how: 'random', seed: 0 }),
      await sampled(path, { rows: 100, how: 'random', seed: 1 })
    ]
    expect(one.rows).toBe(100)
    expect([...one.lines]).toEqual([...same.lines])
    expect([...one.lines]).not.toEqual([...other.lines])
    expect([...one.lines]).toEqual([...one.columns[0].values].map((n) => n + 2))
  })
})

describe('a compressed file', () => {
  const text = 'name,x\nAnn,1\n李,2.50\n'
  const written = (bytes: Uint8Array, name = 'a.csv.gz') => {
    const path = join(folder(), name)
    writeFileSync(path, bytes)
    return path
  }

  it('is read as what it holds, in one part or several, and keeps its own bytes and hash', async () => {
    for (const packed of [gzipSync(text), Buffer.concat([gzipSync(text.slice(0, 9)), gzipSync(text.slice(9))])]) {
      const { table, bytes, sha256: hash } = await loadData(written(packed))
      expect(table.columns.map(cellsOf)).toEqual(readCsv(new TextEncoder().encode(text)).columns.map(cellsOf))
      expect(table.notes).toEqual([{ code: 'note.gzip', details: { name: '' } }])
      expect([bytes, hash]).toEqual([packed, sha256(packed)])
    }
  })

  it('is identified by the name it holds', async () => {
    // RFC 1952: a header with a name has flag 8 and the name behind ten bytes.
    const packed = gzipSync(text)
    const named = Buffer.concat([
      packed.subarray(0, 3),
      Buffer.of(8),
      packed.subarray(4, 10),
      Buffer.from('inner.csv\0'),
      packed.subarray(10)
    ])
    expect((await loadData(written(named))).table.notes).toEqual([{ code: 'note.gzip', details: { name: 'inner.csv' } }])
  })

  it.each([
    ['cut off', gzipSync(text).subarray(0, 20), 'data.gzip-damaged'],
    ['damaged', gzipSync(text).fill(0x55, 12, 20), 'data.gzip-damaged'],
    ['of a damaged workbook', gzipSync('PK\x03\x04[Content_Types].xml'), 'data.source-damaged'],
    ['of an archive', gzipSync(`${'a.csv'.padEnd(257, '\0')}ustar`), 'data.not-text'],
    ['of zeros without end', gzipSync(new Uint8Array(50_000_000)), 'data.not-text'],
    ['of one row without end', gzipSync(new Uint8Array(50_000_000).fill(97)), 'data.row-too-long']
  ])('is refused when it is %s', async (_, packed, code) => {
    await expect(loadData(written(packed))).rejects.toMatchObject({ code })
  })

  it('tells progress in the bytes of the file', async () => {
    const path = written(gzipSync(readFileSync(longFile())))
    const told: { bytes: number; total: number }[] = []
    const { table } = await loadData(path, 'a', { onProgress: (progress) => told.push(progress) })
    expect(told.at(-1)).toMatchObject({ bytes: statSync(path).size, total: statSync(path).size })
    expect(table.rows).toBe(300_000)
  })
})

describe('copyDataFile', () => {
  it('writes the bytes that were kept, or copies the file', async () => {
    const home = folder()
    const path = longFile(10)
    const data = await loadData(path)
    await copyDataFile(data, join(home, 'one'))
    await copyDataFile({ ...data, bytes: null }, join(home, 'two'))
    expect(readFileSync(join(home, 'one'))).toEqual(readFileSync(path))
    expect(readFileSync(join(home, 'two'))).toEqual(readFileSync(path))
  })

  it('copies no file that is another one by now', async () => {
    const home = folder()
    const path = longFile(10)
    const data = { ...(await loadData(path)), bytes: null }
    appendFileSync(path, 'x')
    await expect(copyDataFile(data, join(home, 'copy'))).rejects.toMatchObject({ code: 'data.changed' })
    rmSync(path)
    await expect(copyDataFile(data, join(home, 'copy'))).rejects.toMatchObject({ kind: 'file' })
  })
})

describe('loadSample', () => {
  it('names the samples when there is none of that name', async () => {
    await expect(loadSample('irsi', dataFolder)).rejects.toThrow('the sample datasets are iris, wine, breast-cancer, digits, penguins')
    await expect(loadSample('../iris', dataFolder)).rejects.toMatchObject({ code: 'data.no-sample' })
  })
})

describe('sha256', () => {
  it('is that of the standard', () => {
    // FIPS 180-2, appendix B.1
    const abc = new TextEncoder().encode('abc')
    expect(sha256(abc)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
