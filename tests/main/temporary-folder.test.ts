import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { temporaryProblem } from '../../src/main/temporary-folder'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()
afterEach(() => vi.unstubAllEnvs())

/** Both names that systems have for it. */
function chooseTemporary(path: string): void {
  vi.stubEnv('TMPDIR', path)
  vi.stubEnv('TEMP', path)
}

it('a folder for temporary files that can be written is no problem, nor is one that is missing', () => {
  const path = join(folder(), 'missing')
  expect(temporaryProblem()).toBeNull()
  chooseTemporary(path)
  expect([temporaryProblem(), existsSync(path)]).toEqual([null, true])
})

it('a file in its place is named', () => {
  const path = join(folder(), 'taken')
  writeFileSync(path, '')
  chooseTemporary(path)
  expect(temporaryProblem()).toMatchObject({ code: 'file.no-temporary', details: { path, reason: 'ENOTDIR' } })
})
