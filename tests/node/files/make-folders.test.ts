import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeFolders } from '../../../src/node/files/make-folders'
import { itIf, procFolder } from '../../support/conditions'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()

it('makes what is missing from the outside in, and tells of each', async () => {
  const home = folder()
  const made: string[] = []
  await makeFolders(join(home, 'a', 'b'), (path) => made.push(path))
  await makeFolders(join(home, 'a', 'b', 'c'), (path) => made.push(path))
  expect(made).toEqual([join(home, 'a'), join(home, 'a', 'b'), join(home, 'a', 'b', 'c')])
  expect(readdirSync(join(home, 'a', 'b'))).toEqual(['c'])
})

it('makes one that another makes at the same time', async () => {
  const path = join(folder(), 'a', 'b')
  const made: string[] = []
  await Promise.all(Array.from({ length: 8 }, () => makeFolders(path, (one) => made.push(one))))
  expect(made).toHaveLength(2)
})

it('fails below a file', async () => {
  const path = join(folder(), 'taken')
  writeFileSync(path, '')
  await expect(makeFolders(join(path, 'a'))).rejects.toMatchObject({ code: 'EEXIST', path })
})

itIf(procFolder, 'comes back from where none can be made', async () => {
  await expect(makeFolders('/proc/no/where')).rejects.toMatchObject({ code: 'ENOENT' })
})
