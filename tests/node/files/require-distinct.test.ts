import { linkSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { requireDistinct } from '../../../src/node/files/require-distinct'
import { itIf, symbolicLinks } from '../../support/conditions'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const refusal = { kind: 'file', code: 'file.is-input' }

it('refuses an output that is an input, however its path is written', async () => {
  const home = folder()
  const input = join(home, 'a.csv')
  writeFileSync(input, 'x')
  await expect(requireDistinct([join(home, '.', 'a.csv')], [input])).rejects.toMatchObject(refusal)
  await expect(
    requireDistinct([join(home, 'b.csv'), join(home, 'nowhere', 'c.csv')], [input, join(home, 'd.csv')])
  ).resolves.toBeUndefined()
})

itIf(symbolicLinks, 'knows a file by its other names', async () => {
  const home = folder()
  const input = join(home, 'a.csv')
  writeFileSync(input, 'x')
  symlinkSync('a.csv', join(home, 'link.csv'))
  linkSync(input, join(home, 'hard.csv'))
  for (const name of ['link.csv', 'hard.csv']) {
    await expect(requireDistinct([join(home, name)], [input])).rejects.toMatchObject({ ...refusal, details: { path: join(home, name) } })
  }
})
