import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { requireWritable } from '../../src/main/require-writable'
import { itIf, procFolder } from '../support/conditions'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()

it('makes a folder with those around it, and leaves it empty', () => {
  const path = join(folder(), '新', 'folder')
  requireWritable(path)
  expect(readdirSync(path)).toEqual([])
})

it('fails at a file in its place', () => {
  const path = join(folder(), 'taken')
  writeFileSync(path, '')
  expect(() => requireWritable(path)).toThrow('ENOTDIR')
})

itIf(procFolder, 'comes back from where none can be made', () => {
  expect(() => requireWritable('/proc/no/where')).toThrow('ENOENT')
})
