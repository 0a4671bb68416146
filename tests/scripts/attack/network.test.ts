import { expect, test } from 'vitest'
import { complaints, networkCalls } from '../../../scripts/attack/network.mjs'
import { mayObserve, missingObservers } from '../../../scripts/lib/observers.mjs'
import { itIf } from '../../support/conditions'
import { temporaryFolders } from '../../support/folders'

const newFolder = temporaryFolders()

const canWatch = {
  met: mayObserve && (await missingObservers()).length === 0,
  reason: 'watching the network takes Linux, root, strace, ip and unshare'
}

itIf(canWatch, 'a program that reaches out is seen and heard', async () => {
  const program = `require('node:net').connect(443, '203.0.113.1').on('error', () => {}); setInterval(() => {}, 1000)`
  const watched = await networkCalls(process.execPath, ['-e', program], { folder: newFolder(), seconds: 3 })
  expect(complaints(watched).join('\n')).toMatch(/it called .*203\.0\.113\.1/)
  expect(watched.heard).toEqual(['TCP ::ffff:203.0.113.1 443'])
})

test('a program that ended, or whose calls were not seen, is no evidence', () => {
  const silent = { endedWith: null, local: 3, calls: [], heard: [] }
  expect(complaints(silent)).toEqual([])
  expect(complaints({ ...silent, endedWith: 1 })).toHaveLength(1)
  expect(complaints({ ...silent, local: 0 })).toHaveLength(1)
})
