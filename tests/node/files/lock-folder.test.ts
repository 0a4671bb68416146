import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { lockFolder } from '../../../src/node/files/lock-folder'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const LOCK = '.backprop-lab.lock'

it('lets one act after the other, also where one fails', async () => {
  const home = folder()
  let acting = 0
  let most = 0
  const act = async () => {
    most = Math.max(most, ++acting)
    await setTimeout(5)
    acting--
  }
  const failing = lockFolder(home, () => Promise.reject(new Error('no more room')))
  await Promise.all([lockFolder(home, act), expect(failing).rejects.toThrow('no more room'), lockFolder(home, act), lockFolder(home, act)])
  expect(most).toBe(1)
  expect(readdirSync(home)).toEqual([])
})

it('waits for a process that runs, and says which folder is in use', async () => {
  const home = folder()
  writeFileSync(join(home, LOCK), String(process.pid))
  await expect(lockFolder(home, () => Promise.resolve(), 120)).rejects.toMatchObject({ code: 'file.in-use', details: { path: home } })
  expect(existsSync(join(home, LOCK))).toBe(true)
})

it('takes the lock of a process that has ended, or that is ten minutes old', async () => {
  const home = folder()
  writeFileSync(join(home, LOCK), '4194305')
  await lockFolder(home, () => Promise.resolve(), 0)
  writeFileSync(join(home, LOCK), String(process.pid))
  const before = new Date(Date.now() - 700_000)
  utimesSync(join(home, LOCK), before, before)
  await lockFolder(home, () => Promise.resolve(), 0)
  expect(readdirSync(home)).toEqual([])
})
