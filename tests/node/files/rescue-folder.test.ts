import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { AppError } from '#core'
import { saveOrRescue } from '../../../src/node/files/rescue-folder'
import { writeAtomically } from '../../../src/node/files/write-atomically'
import { itIf, procFolder } from '../../support/conditions'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})
const write = (place: string) => writeAtomically(join(place, 'weights.json'), 'trained')

it('writes to the chosen folder', async () => {
  const chosen = folder()
  expect(await saveOrRescue(chosen, write, [folder()])).toEqual({ folder: chosen, failure: null })
  expect(readdirSync(chosen)).toEqual(['weights.json'])
})

it('writes to the first other place that takes it, and tells why', async () => {
  const home = folder()
  const blocked = join(folder(), 'file')
  writeFileSync(blocked, 'x')
  const saved = await saveOrRescue(join(home, 'gone'), write, [blocked, home])
  expect(saved.failure).toMatchObject({ code: 'file.no-folder' })
  expect(saved.folder.startsWith(join(home, 'backprop-lab-results', 'run-'))).toBe(true)
  expect(readFileSync(join(saved.folder, 'weights.json'), 'utf8')).toBe('trained')
})

it('tells why the chosen folder fails where no other takes it either, and passes on what is no failure to write', async () => {
  const gone = join(folder(), 'gone')
  await expect(saveOrRescue(gone, write, [])).rejects.toMatchObject({ code: 'file.no-folder' })
  const other = () => Promise.reject(new AppError('format.not-finite', { tensor: 'W1', element: 0, value: NaN }))
  await expect(saveOrRescue(gone, other, [folder()])).rejects.toMatchObject({ code: 'format.not-finite' })
})

itIf(procFolder, 'writes to the current folder where neither the home nor the folder for temporary files takes it', async () => {
  const current = folder()
  vi.stubEnv('HOME', '/proc/no/where')
  vi.stubEnv('TMPDIR', join(current, 'taken'))
  writeFileSync(join(current, 'taken'), '')
  vi.spyOn(process, 'cwd').mockReturnValue(current)
  const saved = await saveOrRescue(join(current, 'gone'), write)
  expect(saved.folder.startsWith(join(current, 'backprop-lab-results', 'run-'))).toBe(true)
})

itIf(procFolder, 'names the whole path also where the home is given relative to the current folder', async () => {
  const current = folder()
  vi.stubEnv('HOME', 'home')
  vi.spyOn(process, 'cwd').mockReturnValue(current)
  const saved = await saveOrRescue(join(current, 'gone'), write)
  expect(saved.folder.startsWith(join(current, 'home', 'backprop-lab-results', 'run-'))).toBe(true)
})
