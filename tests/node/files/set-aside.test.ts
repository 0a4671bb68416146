import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { setAside } from '../../../src/node/files/set-aside'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()

it('moves what is picked into a new folder each time, and leaves what is there from before', async () => {
  const home = folder()
  for (const text of ['first', 'second', 'third']) {
    writeFileSync(join(home, 'a'), text)
    writeFileSync(join(home, 'b'), text)
    await setAside(home, 'thing', (file) => file === 'a')
  }
  const kept = ['unreadable-thing', 'unreadable-thing-2', 'unreadable-thing-3'].map((name) => readFileSync(join(home, name, 'a'), 'utf8'))
  expect(kept).toEqual(['first', 'second', 'third'])
  expect([existsSync(join(home, 'a')), readFileSync(join(home, 'b'), 'utf8')]).toEqual([false, 'third'])
})
