import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppError } from '#core'
import { systemCode, writeError } from '../../../src/node/files/system-errors'
import { writeAtomically } from '../../../src/node/files/write-atomically'
import { itIf, symbolicLinks } from '../../support/conditions'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()

describe('writeAtomically', () => {
  it('writes bytes and text, and replaces what was there', async () => {
    const path = join(folder(), '权重.bin')
    await writeAtomically(path, Uint8Array.of(1, 2, 3))
    expect([...readFileSync(path)]).toEqual([1, 2, 3])
    await writeAtomically(path, '完成')
    expect(readFileSync(path, 'utf8')).toBe('完成')
  })

  it('leaves no other file in the folder', async () => {
    const home = folder()
    await writeAtomically(join(home, 'a'), 'x')
    expect(readdirSync(home)).toEqual(['a'])
  })

  it('shows a reader the old content or the new one, never a part', async () => {
    const path = join(folder(), 'a')
    const contents = ['a', 'b'].map((letter) => letter.repeat(300_000))
    await writeAtomically(path, contents[0])
    let saving = true
    const reading = (async () => {
      const seen = new Set<boolean>()
      while (saving) seen.add(contents.includes(await readFile(path, 'utf8')))
      return seen
    })()
    for (let i = 0; i < 40; i++) await writeAtomically(path, contents[i % 2])
    saving = false
    expect([...(await reading)]).toEqual([true])
  })

  it('lets several savings of one file end with one of them as a whole', async () => {
    const home = folder()
    const contents = Array.from({ length: 8 }, (_, i) => String(i).repeat(100_000))
    await Promise.all(contents.map((content) => writeAtomically(join(home, 'a'), content)))
    expect(contents).toContain(readFileSync(join(home, 'a'), 'utf8'))
    expect(readdirSync(home)).toEqual(['a'])
  })

  it('takes a name as long as the system allows', async () => {
    const path = join(folder(), '名'.repeat(85))
    await writeAtomically(path, 'x')
    expect(existsSync(path)).toBe(true)
  })

  itIf(symbolicLinks, 'writes through a symbolic link and leaves it one', async () => {
    const home = folder()
    writeFileSync(join(home, 'real'), 'old')
    symlinkSync('real', join(home, 'link'))
    await writeAtomically(join(home, 'link'), 'new')
    expect(lstatSync(join(home, 'link')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(home, 'real'), 'utf8')).toBe('new')
  })

  it('says what is in the way, and leaves nothing behind', async () => {
    const home = folder()
    writeFileSync(join(home, 'file'), 'kept')
    mkdirSync(join(home, 'folder'))
    await expect(writeAtomically(join(home, 'file', 'a'), 'x')).rejects.toMatchObject({ code: 'file.not-a-folder' })
    await expect(writeAtomically(join(home, 'nowhere', 'a'), 'x')).rejects.toMatchObject({ code: 'file.no-folder' })
    await expect(writeAtomically(join(home, 'folder'), 'x')).rejects.toMatchObject({
      kind: 'file',
      details: { path: join(home, 'folder') }
    })
    expect(readdirSync(home).sort()).toEqual(['file', 'folder'])
    expect(readFileSync(join(home, 'file'), 'utf8')).toBe('kept')
  })
})

describe('writeError', () => {
  const refusal = (code: string) => Object.assign(new Error('refused'), { code })

  it.each([
    ['EACCES', '没有权限', 'permission'],
    ['EPERM', '没有权限', 'permission'],
    ['ENOSPC', '磁盘已满', 'disk is full'],
    ['EROFS', '只读', 'read-only'],
    ['ENOENT', '不存在', 'does not exist'],
    ['ENOTDIR', '而不是文件夹', 'not a folder'],
    ['EISDIR', '同名文件夹', 'a folder of that name'],
    ['ENAMETOOLONG', '名称过长', 'too long'],
    ['EIO', 'EIO', 'EIO']
  ])('says %s in both languages, with the path', (code, chinese, english) => {
    const error = writeError('/盘/a', refusal(code))
    if (!(error instanceof AppError)) throw error
    expect(error.sentence('zh')).toContain(chinese)
    expect(error.message).toContain(english)
    expect(error.message).toContain('/盘/a')
  })

  it('leaves an error that is not of the system unchanged', () => {
    const bug = new TypeError('x')
    expect(writeError('a', bug)).toBe(bug)
    expect(systemCode(new AppError('file.disk-full'))).toBeNull()
  })
})
