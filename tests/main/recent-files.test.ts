import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openRecentFiles } from '../../src/main/recent-files'
import { temporaryFolders } from '../support/folders'
import { eventually } from '../support/eventually'

const folder = temporaryFolders()

describe('the recent files', () => {
  it('stand with the latest first, each once, and eight at most', async () => {
    const recent = await openRecentFiles(join(folder(), 'recent.json'), () => {})
    for (let n = 1; n <= 10; n++) recent.add(`/data/${n}.csv`)
    recent.add('/data/5.csv')
    expect(recent.paths.map((path) => path.slice(6, -4))).toEqual(['5', '10', '9', '8', '7', '6', '4', '3'])
  })

  it('come back at the next start', async () => {
    const file = join(folder(), 'recent.json')
    const changed = vi.fn()
    ;(await openRecentFiles(file, changed)).add('/data/数据.csv')
    await eventually(() => expect(readFileSync(file, 'utf8')).toContain('数据'))
    expect((await openRecentFiles(file, changed)).paths).toEqual(['/data/数据.csv'])
    expect(changed).toHaveBeenCalledOnce()
  })

  it('can be taken out, one or all', async () => {
    const recent = await openRecentFiles(join(folder(), 'recent.json'), () => {})
    recent.add('/a.csv')
    recent.add('/b.csv')
    recent.remove('/a.csv')
    expect(recent.paths).toEqual(['/b.csv'])
    recent.clear()
    expect(recent.paths).toEqual([])
  })

  it.each(['', '{}', '["relative.csv"]', '[1]'])('begin anew where the list cannot be read, which is kept: %s', async (text) => {
    const file = join(folder(), 'recent.json')
    writeFileSync(file, text)
    const recent = await openRecentFiles(file, () => {})
    expect(recent.paths).toEqual([])
    expect(recent.problem?.kept).toMatchObject({ code: 'file.set-aside' })
    expect(readFileSync(join(dirname(file), 'unreadable-recent', 'recent.json'), 'utf8')).toBe(text)
  })
})
