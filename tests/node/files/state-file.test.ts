import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#core'
import { describe, expect, it } from 'vitest'
import { StateFile } from '../../../src/node/files/state-file'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const NAME = 'state.txt'

const parse = (bytes: Uint8Array): string => {
  const text = new TextDecoder().decode(bytes)
  if (text === 'damaged') throw new AppError('format.missing', { name: 'x' })
  return text
}
const fileIn = (home: string, name = NAME) => new StateFile({ folder: home, name, parse, belongs: (file) => file.endsWith('.csv') })

describe('a file of state', () => {
  it('that is not there, nor its folder, is none, and is written for the first time', async () => {
    const home = join(folder(), 'not', 'there')
    const file = fileIn(home)
    expect([await file.read(), file.problem]).toEqual([null, null])
    await file.write('state')
    expect(await fileIn(home).read()).toBe('state')
  })

  it('that is damaged is moved aside with what belongs to it, kept and told of', async () => {
    const home = folder()
    writeFileSync(join(home, NAME), 'damaged')
    writeFileSync(join(home, 'rows.csv'), 'x')
    writeFileSync(join(home, 'other'), 'x')
    const file = fileIn(home)
    expect(await file.read()).toBeNull()
    const path = join(home, 'unreadable-state')
    expect(file.problem).toEqual({
      why: { code: 'format.missing', details: { name: 'x' } },
      kept: { code: 'file.set-aside', details: { name: NAME, path } }
    })
    expect([NAME, 'rows.csv', 'other'].map((name) => existsSync(join(path, name)))).toEqual([true, true, false])
    await file.write('new')
    expect([await fileIn(home).read(), readFileSync(join(path, NAME), 'utf8')]).toEqual(['new', 'damaged'])
  })

  it('that the system does not let be read is moved aside as well', async () => {
    const home = folder()
    mkdirSync(join(home, NAME))
    const file = fileIn(home)
    expect(await file.read()).toBeNull()
    expect(file.problem).toMatchObject({ why: { code: 'data.is-a-folder' }, kept: { code: 'file.set-aside' } })
  })

  it('that can neither be read nor moved is never overwritten', async () => {
    const home = folder()
    // With a longer name no folder can be made for it.
    const name = `${'x'.repeat(250)}.txt`
    writeFileSync(join(home, name), 'damaged')
    const file = fileIn(home, name)
    expect(await file.read()).toBeNull()
    expect(file.problem?.kept).toEqual({ code: 'file.left-unread', details: { path: join(home, name) } })
    await expect(file.write('new')).rejects.toMatchObject({ code: 'file.not-overwritten', details: { path: join(home, name) } })
    expect(readFileSync(join(home, name), 'utf8')).toBe('damaged')
  })

  it('whose folder cannot be made is refused with a sentence that names it', async () => {
    const home = join(folder(), 'taken')
    writeFileSync(home, '')
    await expect(fileIn(home).write('x')).rejects.toMatchObject({ code: 'file.not-a-folder', details: { path: home } })
    rmSync(home)
    await fileIn(home).write('x')
    expect(await fileIn(home).read()).toBe('x')
  })
})
