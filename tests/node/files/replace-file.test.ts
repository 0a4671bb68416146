import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { replaceFile, sweepTemporaries } from '../../../src/node/files/replace-file'
import { itIf, signals as posix, symbolicLinks } from '../../support/conditions'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const write = (text: string) => (path: string, isNew: boolean) => writeFile(path, text, { flag: isNew ? 'wx' : 'w' })

describe('replaceFile', () => {
  itIf(posix, 'keeps the permissions of the file that it replaces', async () => {
    const path = join(folder(), 'private')
    writeFileSync(path, 'old')
    for (const mode of [0o600, 0o640, 0o755]) {
      chmodSync(path, mode)
      await replaceFile(path, write('new'))
      expect(statSync(path).mode & 0o7777).toBe(mode)
    }
  })

  itIf(symbolicLinks, 'writes what links lead to, over several of them, be it there or not, and leaves them links', async () => {
    const home = folder()
    symlinkSync('second', join(home, 'first'))
    symlinkSync('missing', join(home, 'second'))
    for (const text of ['new', 'newer']) {
      await replaceFile(join(home, 'first'), write(text))
      expect(readFileSync(join(home, 'missing'), 'utf8')).toBe(text)
    }
    expect(['first', 'second'].map((name) => lstatSync(join(home, name)).isSymbolicLink())).toEqual([true, true])
    expect(readdirSync(home)).toHaveLength(3)
  })

  itIf(posix, 'writes into a pipe and into a device, which stay what they are', async () => {
    const home = folder()
    const pipe = join(home, 'pipe')
    execFileSync('mkfifo', [pipe])
    const [read] = await Promise.all([readFile(pipe, 'utf8'), replaceFile(pipe, write('through'))])
    expect(read).toBe('through')
    expect(lstatSync(pipe).isFIFO()).toBe(true)
    symlinkSync('/dev/null', join(home, 'nothing'))
    await replaceFile(join(home, 'nothing'), write('x'))
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
    expect(readdirSync(home).sort()).toEqual(['nothing', 'pipe'])
  })

  it('keeps the old content, and leaves no temporary file, where filling fails half-way', async () => {
    const home = folder()
    writeFileSync(join(home, 'a'), 'old')
    const half = async (path: string) => {
      await writeFile(path, 'ha')
      throw new Error('no more room')
    }
    await expect(replaceFile(join(home, 'a'), half)).rejects.toThrow('no more room')
    await expect(replaceFile(join(home, 'b'), half)).rejects.toThrow('no more room')
    expect(readdirSync(home)).toEqual(['a'])
    expect(readFileSync(join(home, 'a'), 'utf8')).toBe('old')
  })
})

describe('sweepTemporaries', () => {
  it('removes only temporary files of its own that are over an hour old, or of the future', async () => {
    const home = folder()
    const [stale, young] = [1, 2].map((digit) => `.${String(digit).repeat(8)}-0000-4000-8000-000000000000.tmp`)
    const folderOf = stale.replace('1', '3')
    mkdirSync(join(home, folderOf))
    for (const name of [stale, young, 'mine.tmp', '.mine.tmp', join(folderOf, 'weights')]) writeFileSync(join(home, name), 'x')
    const before = new Date(Date.now() - 2 * 3_600_000)
    for (const name of [stale, 'mine.tmp', '.mine.tmp', folderOf]) utimesSync(join(home, name), before, before)
    const future = stale.replace('1', '4')
    writeFileSync(join(home, future), 'x')
    const later = new Date(Date.now() + 2 * 3_600_000)
    utimesSync(join(home, future), later, later)
    await sweepTemporaries(home)
    expect(readdirSync(home).sort()).toEqual(['.mine.tmp', young, 'mine.tmp'].sort())
    await sweepTemporaries(join(home, 'nowhere'))
    expect(existsSync(join(home, 'nowhere'))).toBe(false)
  })
})
