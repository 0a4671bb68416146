import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeEach, expect, it } from 'vitest'
import { settleFolder } from '../../../src/node/files/settle-folder'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const STAGED = '.backprop-lab.new'
let home = ''

beforeEach(() => {
  home = folder()
  for (const name of ['weights.json', 'summary.json']) writeFileSync(join(home, name), '{}')
})

/** As it is between the moment at which all files of a run are complete and that at which they are in their places. */
function leaveUnfinished(): void {
  mkdirSync(join(home, STAGED))
  writeFileSync(join(home, STAGED, 'summary.json'), '{"new": true}')
  writeFileSync(join(home, STAGED, 'list.json'), '{"files": ["summary.json"], "gone": []}')
}

function lock(): void {
  writeFileSync(join(home, '.backprop-lab.lock'), JSON.stringify({ pid: process.pid, host: hostname(), word: 'x' }))
}

it('has nothing to say of a run that is whole', async () => {
  expect(await settleFolder(home)).toEqual([])
  expect(await settleFolder(join(home, 'weights.json'))).toEqual([])
  expect(await settleFolder(join(home, 'nowhere'))).toEqual([])
})

it.each(['', 'weights.json'])('finishes what a process that ended has left', async (name) => {
  leaveUnfinished()
  expect(await settleFolder(join(home, name))).toEqual([])
  expect(existsSync(join(home, STAGED))).toBe(false)
})

it('waits for a process that is at it, and not for ever', async () => {
  leaveUnfinished()
  lock()
  const settled = settleFolder(home, Infinity)
  await setTimeout(60)
  rmSync(join(home, STAGED), { recursive: true })
  expect(await settled).toEqual([{ code: 'note.run-in-use', details: { path: home } }])
  leaveUnfinished()
  await expect(settleFolder(home, 0)).rejects.toMatchObject({ code: 'flag.run-in-use', details: { path: home } })
})

it('tells of a folder without a summary, where it has weights', async () => {
  rmSync(join(home, 'summary.json'))
  expect(await settleFolder(home)).toEqual([{ code: 'note.no-summary', details: { path: home, file: 'weights.json' } }])
  rmSync(join(home, 'weights.json'))
  expect(await settleFolder(home)).toEqual([])
})
