import { existsSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { holdFolder, isHeld } from '../../../src/node/files/lock-folder'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const LOCK = '.backprop-lab.lock'
const MINUTE = 60_000

function lockOf(home: string, owner: object | string, age = 0): void {
  const lock = join(home, LOCK)
  writeFileSync(lock, typeof owner === 'string' ? owner : JSON.stringify({ word: 'x', ...owner }))
  const then = new Date(Date.now() - age)
  utimesSync(lock, then, then)
}

/** Above the largest number of a process. */
const ended = 2 ** 30

describe('holdFolder', () => {
  it('lets one hold a folder at a time, and refuses the others by its name', async () => {
    const home = folder()
    const first = await holdFolder(home)
    await expect(holdFolder(home)).rejects.toMatchObject({ code: 'file.in-use', details: { path: home } })
    expect(await isHeld(home)).toBe(true)
    await first.release()
    expect([await isHeld(home), readdirSync(home)]).toEqual([false, []])
    const second = await holdFolder(home)
    await second.release()
  })

  it.each([
    ['a process that runs', { pid: process.pid, host: hostname() }, 9 * MINUTE],
    ['another machine that was heard of', { pid: ended, host: 'elsewhere' }, 9 * MINUTE],
    ['nobody yet', '{"pid', 0],
    ['a process that runs, from before the clock was set back a little', { pid: process.pid, host: hostname() }, -9 * MINUTE]
  ])('respects the lock of %s', async (_, owner, age) => {
    const home = folder()
    lockOf(home, owner, age)
    await expect(holdFolder(home)).rejects.toMatchObject({ code: 'file.in-use' })
    expect(existsSync(join(home, LOCK))).toBe(true)
  })

  it.each([
    ['a process that has ended', { pid: ended, host: hostname() }, 0],
    ['a process whose number may be another’s by now', { pid: process.pid, host: hostname() }, 11 * MINUTE],
    ['another machine that was not heard of for long', { pid: 1, host: 'elsewhere' }, 11 * MINUTE],
    ['nobody, for some seconds', '', 6_000],
    ['a process that has not said so since the clock was set back', { pid: process.pid, host: hostname() }, -11 * MINUTE],
    ['nobody, from before the clock was set back', '', -1_000_000 * MINUTE]
  ])('takes over the lock of %s', async (_, owner, age) => {
    const home = folder()
    lockOf(home, owner, age)
    expect(await isHeld(home)).toBe(false)
    const held = await holdFolder(home)
    expect(JSON.parse(readFileSync(join(home, LOCK), 'utf8'))).toMatchObject({ pid: process.pid })
    await held.release()
    expect(readdirSync(home)).toEqual([])
  })

  it('takes a lock over although somebody who took it over has left, before the clock was set back', async () => {
    const home = folder()
    lockOf(home, { pid: ended, host: hostname() })
    const gate = join(home, `${LOCK}.next`)
    writeFileSync(gate, '')
    const later = new Date(Date.now() + 60 * MINUTE)
    utimesSync(gate, later, later)
    // The first one clears the way.
    await expect(holdFolder(home)).rejects.toMatchObject({ code: 'file.in-use' })
    await (await holdFolder(home)).release()
    expect(readdirSync(home)).toEqual([])
  })

  it('gives an abandoned lock to one of several', async () => {
    const home = folder()
    lockOf(home, { pid: ended, host: hostname() })
    const held = await Promise.allSettled(Array.from({ length: 8 }, () => holdFolder(home)))
    expect(held.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(readdirSync(home)).toEqual([LOCK])
  })

  it('leaves a lock that has become another’s', async () => {
    const home = folder()
    const held = await holdFolder(home)
    lockOf(home, { pid: 1, host: 'elsewhere' })
    await held.release()
    expect(readdirSync(home)).toEqual([LOCK])
  })

  it('refuses a folder that is not there', async () => {
    await expect(holdFolder(join(folder(), 'nowhere'))).rejects.toMatchObject({ code: 'file.no-folder' })
  })
})
