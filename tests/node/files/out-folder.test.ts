import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { prepareFolder } from '../../../src/node/files/out-folder'
import { itIf, procFolder } from '../../support/conditions'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()

describe('prepareFolder', () => {
  it('creates a folder at any depth, empty', async () => {
    const path = join(folder(), 'a', '深', 'c')
    await prepareFolder(path)
    expect(readdirSync(path)).toEqual([])
  })

  it('undoes what it created, and nothing else', async () => {
    const home = folder()
    mkdirSync(join(home, 'a'))
    const { undo } = await prepareFolder(join(home, 'a', 'b', 'c'))
    await undo()
    expect(readdirSync(home)).toEqual(['a'])
    expect(readdirSync(join(home, 'a'))).toEqual([])
    await (await prepareFolder(join(home, 'a'))).undo()
    expect(existsSync(join(home, 'a'))).toBe(true)
  })

  it('keeps a folder into which something was put meanwhile', async () => {
    const home = folder()
    const { undo } = await prepareFolder(join(home, 'a', 'b'))
    writeFileSync(join(home, 'a', 'x'), '')
    await undo()
    expect(readdirSync(join(home, 'a'))).toEqual(['x'])
  })

  it.each(['', 'below'])('refuses a file, and what would be below one', async (below) => {
    const home = folder()
    writeFileSync(join(home, 'file'), '')
    await expect(prepareFolder(join(home, 'file', below))).rejects.toMatchObject({ code: 'file.not-a-folder' })
    expect(readdirSync(home)).toEqual(['file'])
  })

  it.each(['', 'below'])('names a link to nothing', async (below) => {
    const home = folder()
    symlinkSync(join(home, 'gone'), join(home, 'link'), 'junction')
    const details = { path: join(home, 'link', below), link: join(home, 'link') }
    await expect(prepareFolder(details.path)).rejects.toMatchObject({ code: 'file.dangling-link', details })
    expect(readdirSync(home)).toEqual(['link'])
  })

  itIf(procFolder, 'gives up where the system takes no folders', async () => {
    await expect(prepareFolder('/proc/a/b')).rejects.toMatchObject({ kind: 'file' })
  })
})
