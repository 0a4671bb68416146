import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { secureUserData } from '../../src/main/user-data'
import { itIf, procFolder } from '../support/conditions'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()
const appIn = (userData: () => string, chosen = '') => ({
  getPath: vi.fn(userData),
  setPath: vi.fn(),
  commandLine: { getSwitchValue: () => chosen }
})

it('a folder that can be written is made, and left empty', () => {
  const path = join(folder(), 'new', 'folder')
  const app = appIn(() => path)
  expect(secureUserData(app)).toBeNull()
  expect(readdirSync(path)).toEqual([])
  expect(app.setPath).not.toHaveBeenCalled()
})

it('a file in place of the folder is named, and a temporary folder serves', () => {
  const path = join(folder(), 'taken')
  writeFileSync(path, '')
  const app = appIn(() => path)
  expect(secureUserData(app)).toMatchObject({ code: 'file.no-user-data', details: { path, reason: 'ENOTDIR' } })
  const [name, instead] = app.setPath.mock.calls[0] as [string, string]
  expect([name, existsSync(instead)]).toEqual(['userData', true])
})

it('a folder that depends on where the app is started is refused, and nothing is made there', () => {
  const app = appIn(() => join('relative', 'config'))
  expect(secureUserData(app)).toMatchObject({ code: 'file.relative-user-data', details: { path: join('relative', 'config') } })
  expect(existsSync('relative')).toBe(false)
  expect(app.setPath).toHaveBeenCalledTimes(2)
})

it('a folder that Electron does not know is named as far as it is known', () => {
  const app = appIn(() => {
    throw new Error("Failed to get 'userData' path")
  })
  expect(secureUserData(app)?.message).toMatch(/cannot be written/)
})

itIf(procFolder, 'a folder that was asked for is not exchanged for another in silence', () => {
  const usable = folder()
  expect(secureUserData(appIn(() => usable, '/proc/no/where'))).toMatchObject({ details: { path: '/proc/no/where' } })
})
