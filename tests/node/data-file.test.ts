import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataLimitMegabytes, loadData, loadSample, sha256 } from '../../src/node/data-file'
import { dataFolder } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()

describe('loadData', () => {
  it('reads a file whose path has Chinese characters and keeps its name and its bytes', async () => {
    const path = join(folder(), '成绩.csv')
    writeFileSync(path, '姓名,分数\n李,1\n王,2\n')
    const data = await loadData(path)
    expect(data).toMatchObject({ origin: 'file', name: '成绩.csv' })
    expect(data.table.columns.map(({ name }) => name)).toEqual(['姓名', '分数'])
    expect(sha256(data.bytes)).toBe(data.sha256)
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

  it('tells a missing file, a folder and a file that is too large apart', async () => {
    const home = folder()
    await expect(loadData(join(home, 'no.csv'))).rejects.toMatchObject({ code: 'data.missing-file' })
    mkdirSync(join(home, 'folder.csv'))
    await expect(loadData(join(home, 'folder.csv'))).rejects.toMatchObject({ code: 'data.is-a-folder' })
    const large = join(home, 'large.csv')
    writeFileSync(large, '')
    truncateSync(large, dataLimitMegabytes * 1_000_000 + 1)
    await expect(loadData(large)).rejects.toMatchObject({
      code: 'data.too-large',
      details: { megabytes: dataLimitMegabytes + 1, limit: dataLimitMegabytes }
    })
  })
})

describe('loadSample', () => {
  it('names the samples when there is none of that name', async () => {
    await expect(loadSample('irsi', dataFolder)).rejects.toThrow('the samples are iris, wine, breast-cancer, digits, penguins')
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
