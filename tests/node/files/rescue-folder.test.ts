import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { AppError } from '#core'
import { saveOrRescue } from '../../../src/node/files/rescue-folder'
import { writeAtomically } from '../../../src/node/files/write-atomically'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
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
