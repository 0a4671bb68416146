import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { appendDurably } from '../../../src/node/files/append-durably'
import { temporaryFolders } from '../../support/folders'

const temporaryFolder = temporaryFolders()

it('appends to a file of a known size', async () => {
  const path = join(temporaryFolder(), '答案.txt')
  writeFileSync(path, '一\n')
  await appendDurably(path, 4, '二\n')
  expect(readFileSync(path, 'utf8')).toBe('一\n二\n')
})

it('leaves a file alone that has another size, and one that is not there', async () => {
  const path = join(temporaryFolder(), 'answers.txt')
  await expect(appendDurably(path, 0, 'a')).rejects.toMatchObject({ code: 'file.no-folder' })
  writeFileSync(path, 'ab')
  await expect(appendDurably(path, 1, 'c')).rejects.toMatchObject({ code: 'data.changed-while-read' })
  expect(readFileSync(path, 'utf8')).toBe('ab')
})
